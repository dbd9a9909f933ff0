import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import sharp from "sharp";
import { seeded } from "../../../contracts/seeded.ts";
import { SAMPLE_RATE } from "../audio.ts";

const run = promisify(execFile);

/** Seconds of sound that make one sample. */
const SNIPPET_SECONDS = 10;

async function filesIn(folder: string): Promise<string[]> {
	const names = await readdir(folder);
	return names.sort().map((name) => path.join(folder, name));
}

/** Crops of photographs, as JPEG files: large ones give more and different ones. Pictures smaller than 64 pixels are passed over. */
export async function photoCrops(folder: string, cropsEach: number): Promise<Uint8Array[]> {
	const random = seeded(3);
	const crops: Uint8Array[] = [];
	for (const file of await filesIn(folder)) {
		const picture = await sharp(file)
			.rotate()
			.resize(1600, 1600, { fit: "inside", withoutEnlargement: true })
			.removeAlpha()
			.png()
			.toBuffer({ resolveWithObject: true });
		const { width, height } = picture.info;
		if (Math.min(width, height) < 64) continue;
		const count = Math.min(cropsEach, Math.max(1, Math.round((width * height) / 90_000)));
		for (let n = 0; n < count; n++) {
			const share = n === 0 ? 1 : 0.35 + 0.6 * random();
			const aspect = n === 0 ? width / height : (9 / 16) ** random();
			const cropHeight = Math.floor(Math.min(height * share, width / aspect));
			const cropWidth = Math.max(1, Math.min(width, Math.floor(cropHeight * aspect)));
			const left = Math.floor(random() * (width - cropWidth));
			const top = Math.floor(random() * (height - cropHeight));
			crops.push(
				await sharp(picture.data)
					.extract({ left, top, width: cropWidth, height: cropHeight })
					.resize(448, 448, { fit: "inside" })
					.jpeg()
					.toBuffer(),
			);
		}
	}
	return crops;
}

/** Frames spread over each video, as JPEG files. */
export async function videoFrames(folder: string, framesEach: number): Promise<Uint8Array[]> {
	const frames: Uint8Array[] = [];
	for (const file of await filesIn(folder)) {
		const scratch = await mkdtemp(path.join(tmpdir(), "frames-"));
		try {
			const pattern = path.join(scratch, "%04d.jpg");
			await run("ffmpeg", [
				"-v",
				"error",
				"-i",
				file,
				"-vf",
				"fps=2,scale=448:448:force_original_aspect_ratio=decrease",
				"-q:v",
				"3",
				pattern,
			]);
			const names = (await readdir(scratch)).sort();
			const step = Math.max(1, names.length / framesEach);
			for (let at = step / 2; at < names.length; at += step) {
				frames.push(await readFile(path.join(scratch, names[Math.floor(at)] ?? "0001.jpg")));
			}
		} finally {
			await rm(scratch, { recursive: true });
		}
	}
	return frames;
}

/** Ten-second pieces of each recording, mono PCM. A file without sound gives none. */
export async function soundSnippets(folder: string, snippetsEach: number): Promise<Float32Array[]> {
	const snippets: Float32Array[] = [];
	for (const file of await filesIn(folder)) {
		const { stdout } = await run(
			"ffmpeg",
			["-v", "error", "-i", file, "-map", "0:a:0?", "-ac", "1", "-ar", String(SAMPLE_RATE), "-t", "180", "-f", "f32le", "-"],
			{ encoding: "buffer", maxBuffer: 64 * 2 ** 20 },
		).catch((error: unknown) => {
			if (error instanceof Error && "stderr" in error && String(error.stderr).includes("does not contain any stream"))
				return { stdout: Buffer.alloc(0) };
			throw error;
		});
		const pcm = new Float32Array(stdout.buffer.slice(stdout.byteOffset, stdout.byteOffset + stdout.length - (stdout.length % 4)));
		const whole = Math.max(1, Math.floor(pcm.length / (SNIPPET_SECONDS * SAMPLE_RATE)));
		for (let n = 0; n < whole; n += Math.ceil(whole / snippetsEach)) {
			const snippet = pcm.subarray(n * SNIPPET_SECONDS * SAMPLE_RATE, (n + 1) * SNIPPET_SECONDS * SAMPLE_RATE);
			if (snippet.length > SAMPLE_RATE) snippets.push(snippet);
		}
	}
	return snippets;
}
