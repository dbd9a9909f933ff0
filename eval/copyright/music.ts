import { readdirSync } from "node:fs";
import { join } from "node:path";
import { compose } from "./compose.ts";
import { RATE } from "./degrade.ts";
import { ffmpeg, type Samples } from "./render.ts";

/** Tracks that excerpts are taken of, one after another: of a folder, else made on the spot. */
export type Music = readonly (() => Promise<Samples>)[];

const MADE_SECONDS = 60;
const MADE_SEEDS = 20_000;
const FILES = /\.(wav|flac|mp3|m4a|ogg|opus|aac|aiff?)$/i;

export function musicOf(folder: string | null, most: number): Music {
	if (folder === null) return Array.from({ length: most }, (_, n) => async () => compose(MADE_SEEDS + n, MADE_SECONDS, RATE));
	const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => FILES.test(name));
	if (files.length === 0) throw new Error(`There is no music in ${folder}.`);
	return files.toSorted().map((name) => async () => {
		const read = ["-i", join(folder, name), "-vn", "-ac", "1", "-ar", String(RATE), "-f", "f32le", "pipe:1"];
		const bytes = await ffmpeg(read, new Uint8Array());
		return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + (bytes.length & ~3)));
	});
}
