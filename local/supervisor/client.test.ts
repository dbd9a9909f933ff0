import { mkdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isClientStale } from "./client.ts";
import { temporaryDirectory } from "./temp-dir.fixture.ts";

/** Writes a file whose last change was `seconds` after 1970. */
async function file(root: string, path: string, seconds: number): Promise<void> {
	await mkdir(join(root, path, ".."), { recursive: true });
	await writeFile(join(root, path), "");
	await utimes(join(root, path), seconds, seconds);
	for (let folder = join(path, ".."); folder !== "."; folder = join(folder, "..")) await utimes(join(root, folder), 1, 1);
}

it("builds when nothing is built, and again only after a change of what it is built from", async () => {
	const root = await temporaryDirectory();
	await file(root, "web/src/app.tsx", 100);
	expect(await isClientStale(root)).toBe(true);
	await file(root, "web/dist/index.html", 200);
	expect(await isClientStale(root)).toBe(false);
	await file(root, "contracts/feed.ts", 300);
	expect(await isClientStale(root)).toBe(true);
});
