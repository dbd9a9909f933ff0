import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Items } from "../../container-transcoder/fingerprint/items.ts";

/** Seeds of the tracks that fill the library up are their own: nobody else's music comes of them. */
export const FILL_SEEDS = 1_000_000;
export const FILL_SECONDS = 60;
/** All that a fingerprint hears is below 3.6 kHz. */
export const FILL_RATE = 11_025;
/** Tracks a file of the cache. */
export const FILE_TRACKS = 50;
/** Processes that make them, at the lowest priority. */
const PROCESSES = 2;

export const fillFile = (file: number): string => `v1-${FILL_SECONDS}s-${String(file).padStart(4, "0")}.bin`;

/** Where what was made is kept. */
export async function fillFolder(): Promise<string> {
	const folder = join(tmpdir(), "reelay-eval-copyright");
	await mkdir(folder, { recursive: true });
	return folder;
}

/** Fingerprints of made tracks; kept in a folder for temporary files, as ten thousand take a quarter of an hour of a core. */
export async function filling(tracks: number): Promise<Items[]> {
	const folder = await fillFolder();
	await Promise.all(
		Array.from({ length: PROCESSES }, async (_, part) => {
			const script = new URL("./fill-process.ts", import.meta.url).pathname;
			const child = spawn(process.execPath, [script, folder, String(tracks), String(part), String(PROCESSES)], { stdio: "inherit" });
			const [code] = (await once(child, "close")) as [number | null];
			if (code !== 0) throw new Error(`Making tracks ended with ${code}.`);
		}),
	);
	const files = await Promise.all(Array.from({ length: Math.ceil(tracks / FILE_TRACKS) }, (_, n) => readFile(join(folder, fillFile(n)))));
	return files.flatMap(tracksOf).slice(0, tracks);
}

function tracksOf(file: Buffer): Items[] {
	const all = new Uint32Array(file.buffer.slice(file.byteOffset, file.byteOffset + file.length));
	let at = FILE_TRACKS;
	return Array.from(all.subarray(0, FILE_TRACKS), (length) => {
		at += length;
		return all.subarray(at - length, at);
	});
}
