import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openAuthority } from "../../workers/platform/authority.ts";
import type { StandIn } from "../serve.ts";
import { startAuthority } from "./server.ts";

let folder: string;
let server: StandIn;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "reelay-authority-"));
	server = await startAuthority({ folder, token: "right" });
});
afterAll(async () => {
	await server.close();
	await rm(folder, { recursive: true });
});

const REPORT = {
	caseId: "1",
	accountId: "2",
	reason: "grooming",
	openedAt: "2026-11-30T00:00:00.000Z",
	note: "",
	evidence: [],
};

it("a report becomes a file under its reference", async () => {
	const reference = await openAuthority({ AUTHORITY_URL: server.url, AUTHORITY_TOKEN: "right" }).report(REPORT);
	expect(JSON.parse(await readFile(join(folder, `${reference}.json`), "utf8"))).toEqual(REPORT);
});

it("one that is refused, reaches nobody or has nowhere to go is an error, and no file", async () => {
	const before = await readdir(folder);
	await expect(openAuthority({ AUTHORITY_URL: server.url, AUTHORITY_TOKEN: "wrong" }).report(REPORT)).rejects.toThrow("401");
	await expect(openAuthority({ AUTHORITY_URL: undefined, AUTHORITY_TOKEN: undefined }).report(REPORT)).rejects.toThrow("AUTHORITY_URL");
	server.gate("unavailable");
	await expect(openAuthority({ AUTHORITY_URL: server.url, AUTHORITY_TOKEN: "right" }).report(REPORT)).rejects.toThrow("503");
	expect(await readdir(folder)).toEqual(before);
});
