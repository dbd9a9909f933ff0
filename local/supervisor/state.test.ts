import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { claimState } from "./state.ts";
import { temporaryDirectory } from "./temp-dir.fixture.ts";

it("refuses a folder another living process holds, even when asked to begin anew", async () => {
	const folder = await temporaryDirectory();
	await writeFile(join(folder, "running.pid"), String(process.ppid));
	await expect(claimState(folder, { fresh: true })).rejects.toThrow(`process ${process.ppid}`);
});

it("takes over from a process that is gone, and gives back", async () => {
	const folder = await temporaryDirectory();
	await writeFile(join(folder, "running.pid"), "999999999");
	const release = await claimState(folder, { fresh: false });
	expect(existsSync(join(folder, "running.pid"))).toBe(true);
	await release();
	expect(existsSync(join(folder, "running.pid"))).toBe(false);
});

it("begins anew only when asked", async () => {
	const folder = await temporaryDirectory();
	await mkdir(join(folder, "database"));
	await (await claimState(folder, { fresh: false }))();
	expect(existsSync(join(folder, "database"))).toBe(true);
	await (await claimState(folder, { fresh: true }))();
	expect(existsSync(join(folder, "database"))).toBe(false);
});
