import { existsSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { failedIn, inALine, mayBeChance } from "./report.ts";

const passed = { name: "/a.test.ts", status: "passed", assertionResults: [{ fullName: "adds", status: "passed" }] };
const failed = (name: string) => ({
	name,
	status: "failed",
	assertionResults: [
		{ fullName: "page comes", status: "passed" },
		{ fullName: "page stays", status: "failed" },
	],
});

async function written(testResults: unknown[]): Promise<string> {
	const path = join(await mkdtemp(join(tmpdir(), "reelay-report-")), "report.json");
	await writeFile(path, JSON.stringify({ testResults }));
	return path;
}

it("names the files and tests that failed, and a file that failed as a whole, and is read once", async () => {
	const path = await written([passed, failed("/b.test.ts"), { name: "/c.test.ts", status: "failed", assertionResults: [] }]);
	expect(await failedIn(path)).toEqual({ files: ["/b.test.ts", "/c.test.ts"], tests: ["page stays", "/c.test.ts"] });
	expect(existsSync(path)).toBe(false);
});

it("names none when the run failed with all its tests passed", async () => {
	expect(await failedIn(await written([passed]))).toEqual({ files: [], tests: [] });
});

it("takes few failed files for what may be chance, and names many tests by their number", async () => {
	const few = await failedIn(await written(["/1", "/2", "/3", "/4", "/5", "/6"].map(failed)));
	expect(mayBeChance(few)).toBe(true);
	const many = await failedIn(await written(Array.from({ length: 14 }, (_, file) => failed(`/${file}`))));
	expect(mayBeChance(many)).toBe(false);
	expect(mayBeChance(null)).toBe(false);
	expect(inALine(many ?? { files: [], tests: [] })).toMatch(/^(page stays; ){12}and 2 more$/);
	expect(inALine({ files: [], tests: [] })).toBe("");
});

it("answers null without a whole report", async () => {
	expect(await failedIn("/nowhere/report.json")).toBeNull();
	const cut = await written([passed]);
	await writeFile(cut, '{"testResults":[{"na');
	expect(await failedIn(cut)).toBeNull();
});
