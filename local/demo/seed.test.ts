import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CREATORS, DEMO_CLIPS, DEMO_LOGINS, demoUuid } from "./catalogue.ts";
import { createClient } from "./client.ts";
import { FakeApi } from "./fake-api.fixture.ts";
import { type SeedProgress, seedDemo } from "./seed.ts";

const clips = DEMO_CLIPS.slice(0, 5);
let api = new FakeApi();
let stateDir = "";
let drawn: string[] = [];

beforeEach(async () => {
	api = new FakeApi();
	drawn = [];
	await api.start();
	stateDir = await mkdtemp(path.join(tmpdir(), "seed-test-"));
});
afterEach(async () => {
	await api.stop();
	await rm(stateDir, { recursive: true });
});

function seed({
	signal = new AbortController().signal,
	onProgress = () => undefined,
}: {
	signal?: AbortSignal;
	onProgress?: (progress: SeedProgress) => void;
} = {}) {
	return seedDemo({
		baseUrl: api.url,
		stateDir,
		ffmpegPath: "unused",
		onProgress,
		signal,
		clips,
		client: createClient(api.url, async () => undefined),
		render: async (shot, file) => {
			drawn.push(`${shot.scene}-${shot.variant}`);
			await writeFile(file, "moving pictures");
		},
	});
}
const snapshot = () => [api.users.size, api.videos.size, api.likes.size, api.comments.size, api.watches.size, api.follows.size];

describe("seeding the demo", () => {
	it("makes every account, uploads every clip whole, and leaves a history by others", async () => {
		await seed();
		expect([...api.users.keys()].sort()).toEqual([...CREATORS, ...DEMO_LOGINS].map((account) => account.username).sort());
		for (const clip of clips)
			expect(api.videos.get(demoUuid(clip.id))).toMatchObject({ owner: clip.creator, bytes: "moving pictures".length, completed: 1 });
		expect(api.likes.size).toBeGreaterThan(clips.length);
		expect(api.comments.size).toBeGreaterThan(0);
		expect(api.watches.size).toBeGreaterThan(api.likes.size);
		expect(api.follows.size).toBeGreaterThan(CREATORS.length);
	});

	it("keeps the demo logins' taste blank: they watch and like nothing", async () => {
		await seed();
		for (const { username } of DEMO_LOGINS)
			expect([...api.likes, ...api.comments].filter((entry) => entry.startsWith(`${username}>`))).toEqual([]);
	});

	it("asks one question and returns when all is done already", async () => {
		await seed();
		api.requests.length = 0;
		await seed();
		expect(api.requests).toHaveLength(1);
	});

	it("goes on after an interruption and does nothing twice", async () => {
		const stopping = new AbortController();
		const interrupted = seed({ signal: stopping.signal, onProgress: ({ ready }) => ready === 2 && stopping.abort(new Error("Ctrl-C")) });
		await expect(interrupted).rejects.toThrow("Ctrl-C");
		await seed();
		const resumed = snapshot();
		expect([...api.videos.values()].map((video) => video.completed)).toEqual(clips.map(() => 1));
		expect(drawn.length).toBe(new Set(drawn).size);

		const [whole, folder] = [new FakeApi(), stateDir];
		await api.stop();
		api = whole;
		await api.start();
		stateDir = await mkdtemp(path.join(tmpdir(), "seed-test-"));
		await seed();
		expect(resumed).toEqual(snapshot());
		await rm(folder, { recursive: true });
	});

	it("begins anew when the database is another one, without drawing again", async () => {
		await seed();
		const before = snapshot();
		await api.stop();
		api = new FakeApi();
		await api.start();
		drawn = [];
		await seed();
		expect(snapshot()).toEqual(before);
		expect(drawn).toEqual([]);
	});

	it("tries again when the server is busy or says slow down", async () => {
		const left = new Map([
			["POST", 3],
			["PUT", 2],
			["GET", 2],
		]);
		api.fault = (method) => {
			const times = left.get(method) ?? 0;
			left.set(method, times - 1);
			return times > 0 ? (times % 2 ? 503 : 429) : undefined;
		};
		await seed();
		expect([...api.videos.values()].every((video) => video.completed === 1)).toBe(true);
	});

	it("makes the other clips when one fails, then names it, and retries it in the next run", async () => {
		const bad = clips[1];
		if (bad === undefined) throw new Error("too few clips");
		api.failing.add(demoUuid(bad.id));
		await expect(seed()).rejects.toThrow(new RegExp(`1 of 5 demo clips.*\\n${bad.id}: .*It can't be read`));
		expect([...api.videos.values()].filter((video) => video.completed === 1)).toHaveLength(5);
		expect(api.deleted).toEqual([demoUuid(bad.id)]);
		await seed();
		expect(api.videos.get(demoUuid(`${bad.id}:1`))?.completed).toBe(1);
	});

	it("gives up with the server's own words when it refuses", async () => {
		api.fault = (method, target) => (method === "POST" && target.endsWith("/init") ? 403 : undefined);
		await expect(seed()).rejects.toThrow(/Begin an upload.*It is unavailable/s);
	});

	it("tells how far it is, from the first clip on", async () => {
		const told: SeedProgress[] = [];
		await seed({ onProgress: (progress) => told.push(progress) });
		expect(told.at(-1)).toEqual({ ready: 5, total: 5, message: "The demo content is complete" });
		expect(told.map((progress) => progress.ready)).toEqual(told.map((progress) => progress.ready).sort((a, b) => a - b));
	});

	it("keeps the sessions for the owner's eyes only", async () => {
		await seed();
		expect((await stat(path.join(stateDir, "demo", "record.json"))).mode & 0o077).toBe(0);
	});
});
