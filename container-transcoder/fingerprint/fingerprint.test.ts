import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LibraryShard, SoundMatch } from "../../contracts/copyright-matches.ts";
import { readShard, writeShard } from "../../contracts/copyright-shards.ts";
import { compose } from "../../eval/copyright/compose.ts";
import { speech } from "../../eval/copyright/speech.ts";
import { encoderLimits } from "../media/limits.ts";
import { Ballot } from "./candidates.ts";
import { indexOf } from "./index-of.ts";
import { openLibrary } from "./library.ts";
import { listen, playedAt } from "./listen.ts";
import { soundMatches } from "./match.ts";
import type { Query } from "./search.ts";

const RATE = 22_050;
const TRACKS = 8;
const SONG = 3;
const SPED = 5;
const BASIC = [1];

let dir: string;
let server: Server;
const files = new Map<string, Uint8Array>();
const tracks: { id: string; items: Uint32Array }[] = [];

/** FFmpeg hears samples, played faster. */
async function heard(samples: Float32Array, speeds?: readonly number[], faster = 1, ffmpeg = "ffmpeg"): Promise<Query[]> {
	const path = join(dir, "heard.pcm");
	await writeFile(path, new Uint8Array(samples.buffer));
	const run = { ffmpeg, workDir: dir, limits: encoderLimits(60, 2 ** 31), signal: new AbortController().signal };
	return (await listen(["-f", "f32le", "-ar", String(Math.round(RATE * faster)), "-ac", "1", "-i", path], run, speeds)) ?? [];
}
const song = (n: number, seconds = 40) => compose(700 + n, seconds, RATE);
const cut = (samples: Float32Array, from: number, to: number) => samples.slice(from * RATE, to * RATE);

beforeAll(async () => {
	dir = await mkdtemp(join(tmpdir(), "reelay-fingerprint-"));
	for (let n = 0; n < TRACKS; n++) {
		const [query] = await heard(song(n), BASIC);
		tracks.push({ id: `track-${n}`, items: query?.items ?? new Uint32Array() });
	}
	server = createServer((request, response) => {
		const file = files.get(request.url ?? "");
		response.writeHead(file === undefined ? 404 : 200).end(file);
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
	server.close();
	await rm(dir, { recursive: true });
});

const matches = (queries: readonly Query[]): SoundMatch[] => soundMatches([indexOf(tracks)], queries, new Ballot());

describe("the search for known recordings", () => {
	it("finds twelve seconds of a song in a minute of speech, and where they are", async () => {
		const upload = speech(5, 60, RATE);
		upload.set(cut(song(SONG), 10, 22), 31 * RATE);
		const [match, ...others] = matches(await heard(upload, BASIC));
		expect(others).toEqual([]);
		expect(match).toMatchObject({ trackId: `track-${SONG}`, certain: true, speed: 1 });
		expect(Math.abs((match?.fromMs ?? 0) - 31_000)).toBeLessThan(1_500);
		expect(Math.abs((match?.toMs ?? 0) - 43_000)).toBeLessThan(1_500);
		// Where in the song it begins: as far as where the stretch begins.
		expect(Math.abs((match?.trackFromMs ?? 0) - 10_000 - ((match?.fromMs ?? 0) - 31_000))).toBeLessThan(200);
	});

	it.each([1.037, 0.967])("finds a song that is played at %s of its speed", async (faster) => {
		const found = matches(await heard(cut(song(SPED), 8, 26), undefined, faster));
		expect(found[0]).toMatchObject({ trackId: `track-${SPED}`, certain: true });
		expect(found[0]?.speed).toBeCloseTo(faster, 2);
	});

	it("finds both of two songs, one after the other", async () => {
		const upload = new Float32Array(32 * RATE);
		upload.set(cut(song(1), 5, 20), 0);
		upload.set(cut(song(2), 12, 29), 15 * RATE);
		const found = matches(await heard(upload, BASIC));
		expect(found.map(({ trackId }) => trackId).toSorted()).toEqual(["track-1", "track-2"]);
	});

	it("finds nothing in speech, in other music, in silence, and in less than an item", async () => {
		for (const stranger of [speech(9, 30, RATE), compose(90_001, 30, RATE), compose(90_002, 30, RATE), new Float32Array(30 * RATE)])
			expect(matches(await heard(stranger, BASIC))).toEqual([]);
		expect(await heard(new Float32Array(RATE), BASIC)).toEqual([]);
		expect(soundMatches([indexOf([])], await heard(song(0, 12), BASIC), new Ballot())).toEqual([]);
	});

	it("hears the same with the image's FFmpeg as with this one", async () => {
		const [ours] = await heard(song(4, 15), BASIC);
		const [debian] = await heard(song(4, 15), BASIC, 1, "/usr/bin/ffmpeg").catch(() => [ours]);
		expect(debian?.items).toEqual(ours?.items);
	});

	it("plays samples at another speed by naming another rate", () => {
		expect(playedAt(0.95, 11_025)).toBe("asetrate=10474,aresample=11025");
	});
});

describe("the library", () => {
	const shard = (name: string, from: number, to: number, sealed: boolean): LibraryShard => {
		const entries = tracks
			.slice(from, to)
			.map(({ id, items }) => ({ id, items: new Uint8Array(items.buffer, items.byteOffset, items.byteLength), pictures: [] }));
		const file = writeShard(entries);
		files.set(`/${name}`, file);
		return { name, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`, bytes: file.length, sealed };
	};

	it("is fetched when it is asked, and again when it has grown", async () => {
		const library = openLibrary();
		const queries = await heard(cut(song(SONG), 10, 26), BASIC);
		const ask = (shards: readonly LibraryShard[]) => library.find({ library: shards, queries, pictures: [] });
		const before = [shard("a", 0, 2, true), shard("b-1", 2, 3, false)];
		expect((await ask(before)).sounds).toEqual([]);
		const grown = [shard("a", 0, 2, true), shard("b-2", 2, 5, false)];
		expect((await ask(grown)).sounds).toMatchObject([{ trackId: `track-${SONG}`, certain: true }]);
		await expect(ask([{ ...shard("c", 0, 1, true), url: "http://127.0.0.1:9/none" }])).rejects.toThrow();
		await expect(ask([{ ...shard("d", 0, 1, true), bytes: 7 }])).rejects.toThrow("bytes");
		// What failed leaves it as it was.
		expect((await ask(grown)).sounds).toHaveLength(1);
		await library.close();
	});

	it("keeps what a shard was written of, and refuses one that is cut", () => {
		const entries = [
			{ id: "1", items: Uint8Array.of(1, 2, 3, 4), pictures: [] },
			{ id: "2", items: new Uint8Array(), pictures: [{ atMs: 250, hash: new Uint8Array(32).fill(7) }] },
		];
		const file = writeShard(entries);
		expect(readShard(file)).toEqual(entries);
		expect(() => readShard(file.subarray(0, -1))).toThrow("bytes");
	});
});
