import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { whatIsMissing } from "./installed.mjs";
import { temporaryDirectory } from "./temp-dir.fixture.ts";

async function project(wanted: Record<string, unknown>, found: Record<string, unknown> | null): Promise<string> {
	const root = await temporaryDirectory();
	await mkdir(join(root, "node_modules/.bin"), { recursive: true });
	await writeFile(join(root, "package-lock.json"), JSON.stringify({ packages: { "": {}, ...wanted } }));
	if (found) {
		await writeFile(join(root, "node_modules/.package-lock.json"), JSON.stringify({ packages: found }));
		await writeFile(join(root, "node_modules/.bin/node"), "");
	}
	return root;
}

const hono = (version: string) => ({ "node_modules/hono": { version } });

it("sees that nothing is installed", async () => {
	expect(whatIsMissing(await project(hono("1.0.0"), null))).toBe("nothing is installed yet");
});

it("is content when every package has the version of the lock file, optional ones aside", async () => {
	const wanted = { ...hono("1.0.0"), "node_modules/fsevents": { version: "2.0.0", optional: true } };
	expect(whatIsMissing(await project(wanted, hono("1.0.0")))).toBeNull();
});

it("names the first package that is missing or of another version", async () => {
	expect(whatIsMissing(await project(hono("1.0.1"), hono("1.0.0")))).toBe("hono 1.0.1 is missing");
	expect(whatIsMissing(await project(hono("1.0.0"), {}))).toBe("hono 1.0.0 is missing");
});
