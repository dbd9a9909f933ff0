import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRecord } from "./record.ts";

let folder = "";
beforeEach(async () => {
	folder = path.join(await mkdtemp(path.join(tmpdir(), "record-test-")), "deep", "down");
});
afterEach(() => rm(path.resolve(folder, "../.."), { recursive: true }));

describe("demo record", () => {
	it("remembers between runs what was done and who is signed in", async () => {
		const first = await openRecord(folder);
		await Promise.all([first.markDone("clip:a"), first.markDone("clip:b"), first.keepSession("demo", "token")]);
		const second = await openRecord(folder);
		expect([second.isDone("clip:a"), second.isDone("clip:b"), second.isDone("clip:c")]).toEqual([true, true, false]);
		expect(second.session("demo")).toBe("token");
	});

	it("forgets all when cleared", async () => {
		const record = await openRecord(folder);
		await record.markDone("clip:a");
		await record.clear();
		expect((await openRecord(folder)).isDone("clip:a")).toBe(false);
	});

	it.each(["", "{", '{"done": 3}'])("counts an unreadable file as none: %j", async (text) => {
		await openRecord(folder);
		await writeFile(path.join(folder, "record.json"), text);
		const record = await openRecord(folder);
		expect(record.isDone("clip:a")).toBe(false);
		await record.markDone("clip:a");
		expect(JSON.parse(await readFile(path.join(folder, "record.json"), "utf8")).done).toEqual(["clip:a"]);
	});
});
