import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TrackRights } from "../../../contracts/sounds.ts";
import { compose } from "./compose.ts";
import { seedLibrary } from "./seed.ts";
import { LIBRARY_TRACKS } from "./tracks.ts";

let dir: string;
beforeEach(async () => {
	dir = await mkdtemp(path.join(tmpdir(), "reelay-library-"));
});
afterEach(async () => {
	vi.restoreAllMocks();
	await rm(dir, { recursive: true, force: true });
});

describe("the starter library", () => {
	it("has at least forty tracks, no two of one name or one seed", () => {
		expect(LIBRARY_TRACKS.length).toBeGreaterThanOrEqual(40);
		expect(new Set(LIBRARY_TRACKS.map(({ title }) => title)).size).toBe(LIBRARY_TRACKS.length);
		expect(new Set(LIBRARY_TRACKS.map(({ seed }) => seed)).size).toBe(LIBRARY_TRACKS.length);
	});

	it("is composed by the demo's synthesiser, in a process of its own", async () => {
		const [track] = LIBRARY_TRACKS;
		if (track === undefined) throw new Error("no tracks");
		const file = path.join(dir, "one.wav");
		await compose({ ...track, seconds: 1 }, file, new AbortController().signal);
		expect((await stat(file)).size).toBe(44 + 32_000 * 4);
	});

	it("is sent track by track, offered at the end, goes on after a fault, and is made once", async () => {
		const tracks = LIBRARY_TRACKS.slice(0, 3);
		const asked: string[] = [];
		let isDown = true;
		vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
			const url = new URL(String(input));
			const key = url.searchParams.get("key");
			asked.push(key ?? url.pathname.split("/").at(-2) ?? "");
			if (key === null) return Response.json({ tracks: 3 });
			expect(TrackRights.safeParse(Object.fromEntries(url.searchParams)).success).toBe(true);
			if (isDown && key === `track-${tracks[1]?.seed}.wav`) return Response.json({}, { status: 422 });
			return Response.json({ soundId: "1" }, { status: 201 });
		});
		const options = {
			baseUrl: "http://reelay.test",
			adminToken: "token",
			stateDir: dir,
			signal: new AbortController().signal,
			tracks,
			compose: (_: unknown, file: string) => writeFile(file, "sound"),
		};
		await expect(seedLibrary(options)).rejects.toThrow();
		isDown = false;
		await seedLibrary(options);
		const keys = tracks.map(({ seed }) => `track-${seed}.wav`);
		expect(asked).toEqual([...keys.slice(0, 2), ...keys, "batches"]);
		await seedLibrary(options);
		expect(asked).toHaveLength(6);
	});
});
