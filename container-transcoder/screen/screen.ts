import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { Check, ScreenedFrame, Screening, Transcript } from "../../contracts/screening.ts";
import type { Embedder } from "../embed/embedder.ts";
import { embeddingTiles, modelPicture } from "../embedding.ts";
import type { TileSink } from "../encode/tiles.ts";
import { frameHashes } from "../hash/frame.ts";
import { type Log, reason } from "../log.ts";
import { changesOf, chooseFrames } from "./choose-frames.ts";
import type { Recogniser } from "./recogniser.ts";

/** Names the models and hashes; raise it with any of them. */
const VERSION = "nsfwjs-4.3.0-mid+moonshine-tiny-0.1.29+silero-5+dct256";

export interface ScreenTools {
	readonly embedder: Pick<Embedder, "look"> | null;
	readonly recogniser: Recogniser | null;
}

export interface ScreenInput {
	/** The original file. */
	readonly path: string;
	/** 16 kHz, mono, little-endian 32-bit float; null without sound. */
	readonly pcmPath: string | null;
	/** Where the encoder's small pictures arrive, and how many there will be. */
	readonly sink: TileSink;
	readonly tilesWanted: number;
	readonly signal: AbortSignal;
	readonly log: Log;
}

/** A screening that goes on beside the encoder. */
export interface Screener {
	/** Lets it begin: nothing of it may hold up the first rendition. */
	begin(): void;
	/** All pictures are there: looks at what is left. Never rejects: what failed is named in the result, and a person looks. */
	finish(): Promise<Screening>;
}

type Attempt = <T>(check: Check, work: () => Promise<T>) => Promise<T | null>;

/**
 * Looks at and listens to a video while it is encoded. The pictures that the embedding will see are looked at as they come, in the
 * embedder's own thread, which then has nothing left to do for them; the first pictures of scenes follow when all are there.
 */
export function openScreener(input: ScreenInput, tools: ScreenTools): Screener {
	const { sink, signal, log } = input;
	const unchecked: Screening["unchecked"] = [];
	const attempt: Attempt = async (check, work) => {
		try {
			return await work();
		} catch (error) {
			if (!signal.aborted) log("screening.failed", { check, error: reason(error) });
			unchecked.push({ check, why: reason(error).slice(0, 300) });
			return null;
		}
	};
	let begun: Promise<[Transcript | null, string | null]> | undefined;
	const ahead = new Set(embeddingTiles(input.tilesWanted));
	// What fails of it is looked at again when all are, and named then.
	const lookAhead = (at: number) => {
		const tile = sink.tiles[at];
		if (tile === undefined || !ahead.delete(at) || signal.aborted) return;
		modelPicture(tile, sink)
			.then((picture) => tools.embedder?.look([picture]))
			.catch(() => undefined);
	};
	const begin = () => {
		if (begun !== undefined) return begun;
		begun = Promise.all([attempt("speech", () => transcribe(input, tools)), attempt("file", () => sha256(input.path, signal))]);
		sink.onTile = lookAhead;
		for (const at of sink.tiles.keys()) lookAhead(at);
		return begun;
	};
	return {
		begin: () => void begin(),
		async finish() {
			const [[transcript, sha], frames] = await Promise.all([begin(), screenFrames(sink, tools, attempt)]);
			return { version: VERSION, sha256: sha, frames, transcript, unchecked };
		},
	};
}

async function screenFrames(sink: TileSink, { embedder }: ScreenTools, attempt: Attempt): Promise<ScreenedFrame[]> {
	const { tiles, width, height } = sink;
	const changes = changesOf(
		tiles.map(({ rgb }) => rgb),
		width,
		height,
	);
	const chosen = chooseFrames(changes, embeddingTiles(tiles.length)).flatMap((at) => tiles[at] ?? []);
	const [scores, hashes] = await Promise.all([
		attempt("frames", async () => {
			if (embedder === null) throw new Error("This transcoder has no picture model.");
			if (chosen.length === 0) throw new Error("There is no picture to look at.");
			return embedder.look(await Promise.all(chosen.map((tile) => modelPicture(tile, sink))));
		}),
		attempt("hashes", async () =>
			chosen.map(({ rgb }) => frameHashes(rgb, width, height).map((hash) => Buffer.from(hash).toString("hex"))),
		),
	]);
	return chosen.map((tile, n) => ({
		atMs: Math.round(tile.seconds * 1000),
		scores: scores?.[n] ?? null,
		hashes: hashes?.[n] ?? [],
	}));
}

async function transcribe({ pcmPath }: ScreenInput, { recogniser }: ScreenTools): Promise<Transcript | null> {
	if (pcmPath === null) return null;
	if (recogniser === null) throw new Error("This transcoder has no recogniser.");
	const raw = await readFile(pcmPath);
	const pcm = new Float32Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + (raw.length & ~3)));
	return { language: "en", stretches: (await recogniser.recognise(pcm)).slice(0, 600) };
}

async function sha256(path: string, signal: AbortSignal): Promise<string> {
	const hash = createHash("sha256");
	await pipeline(createReadStream(path), hash, { signal });
	return hash.digest("hex");
}
