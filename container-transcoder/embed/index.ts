import { readFile } from "node:fs/promises";
import type { Embedding } from "../../contracts/transcode.ts";
import { type EmbedInput, extractParts } from "./parts.ts";
import { EMBEDDING_VERSION, type Projection, project, readProjection } from "./projection.ts";

export { createEmbedder, type Embedder } from "./embedder.ts";
export type { EmbedInput } from "./parts.ts";
export { EMBEDDING_VERSION } from "./projection.ts";

let loading: Promise<Projection> | undefined;

function projection(): Promise<Projection> {
	loading ??= readFile(new URL(`./projection-${EMBEDDING_VERSION}.bin`, import.meta.url)).then(readProjection);
	return loading;
}

/**
 * A video's place in the common space: 256 numbers of unit length, near to videos that look, read and sound alike. The same
 * input gives the same vector. Six frames and 30 s of sound take about 0.4 s of one core (46 ms a frame, text 23 ms, sound
 * 5 ms a second); the networks hold about 350 MB and take 0.5 s to load. It blocks its thread: services use `createEmbedder`.
 */
export async function embedVideo(input: EmbedInput): Promise<Embedding> {
	const vector = project(await extractParts(input), await projection());
	return { version: EMBEDDING_VERSION, vector: Array.from(vector) };
}

/** Loads both networks and the projection, so that the first video waits for none. */
export async function warmUp(): Promise<void> {
	const grey = await blankFrame();
	await embedVideo({ frames: [grey], text: { title: "warm up", description: "", hashtags: [] }, pcm: null, sampleRate: 16_000 });
}

async function blankFrame(): Promise<Uint8Array> {
	const { default: sharp } = await import("sharp");
	return sharp({ create: { width: 16, height: 16, channels: 3, background: "#808080" } })
		.jpeg()
		.toBuffer();
}
