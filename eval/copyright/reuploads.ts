import { existsSync, readdirSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { type KnownVideo, pictureMatches } from "../../container-transcoder/fingerprint/pictures.ts";
import { frameHash } from "../../container-transcoder/hash/frame.ts";
import type { HashedPicture } from "../../contracts/copyright-matches.ts";
import { seeded } from "../../contracts/seeded.ts";
import { Canvas } from "../../local/demo/picture/canvas.ts";
import { SCENES, type SceneName } from "../../local/demo/scenes/index.ts";
import { fillFolder } from "./fill.ts";
import { ffmpeg } from "./render.ts";

const SIZE = { width: 270, height: 480 };
/** Pictures a second that are drawn, and that are hashed: as the transcoder takes of a clip of twelve seconds. */
const DRAWN = 8;
const HASHED = 4;
const SECONDS = 8;
const HASHED_SIZE = { width: 240, height: 426 };

const EDITS: Readonly<Record<string, string>> = {
	"encoded again": "[0:v]scale=180:-2[v]",
	mirrored: "[0:v]hflip[v]",
	"bars above and below": "[0:v]scale=240:-2,pad=iw:ih+160:0:80[v]",
	"white border": "[0:v]scale=220:-2,pad=iw+40:ih+40:20:20:white[v]",
	"text over it": "[0:v][1:v]overlay=20:300[v]",
	"10 % faster": "[0:v]setpts=PTS/1.1[v]",
	"10 % slower": "[0:v]setpts=PTS/0.9[v]",
	"mirrored, bars, text, 5 % faster": "[0:v]hflip,setpts=PTS/1.05,pad=iw:ih+120:0:60[p];[p][1:v]overlay=20:250[v]",
};
/** Part of the copies, over all edits, that is asked for. */
const RECALL_ASKED = 0.95;

/** Whether copies of videos are found by their pictures, and no other pair is taken for one. */
export async function reuploads(quick: boolean, progress: (step: string) => void): Promise<{ lines: string[]; isReached: boolean }> {
	const folder = await fillFolder();
	const clips = [...(await drawnClips(folder, quick ? 1 : 5, progress)), ...sharedClips()];
	const text = join(folder, "text.png");
	await writeFile(text, await sharp(Buffer.from(TEXT)).png().toBuffer());
	const known: KnownVideo[] = [];
	for (const file of clips) known.push({ id: file, pictures: bytesOf(await hashed(file, "[0:v]null[v]", text)) });
	const lines: string[] = [];
	let [copies, found, taken] = [0, 0, 0];
	const pairs = new Set<string>();
	for (const [name, filter] of Object.entries(EDITS)) {
		progress(`re-uploads: ${name}`);
		let hits = 0;
		for (const file of clips) {
			const matches = pictureMatches(known, await hashed(file, filter, text));
			if (matches.some(({ videoId }) => videoId === file)) hits++;
			for (const { videoId } of matches) if (videoId !== file) pairs.add([file, videoId].toSorted().join(" "));
		}
		copies += clips.length;
		found += hits;
		lines.push(`${name.padEnd(34)}${(hits / clips.length).toFixed(2)}`);
	}
	taken = pairs.size;
	const others = (clips.length * (clips.length - 1)) / 2;
	const recall = found / copies;
	return {
		lines: [
			`re-uploads of ${clips.length} clips, ${HASHED} pictures a second`,
			...lines,
			`all: ${recall.toFixed(3)}; of ${others} pairs of other clips ${taken} taken for copies${taken > 0 ? `: ${[...pairs].slice(0, 5).join("; ")}` : ""}`,
		],
		isReached: recall >= RECALL_ASKED && taken === 0,
	};
}

const TEXT = `<svg xmlns="http://www.w3.org/2000/svg" width="230" height="70"><text x="2" y="30" font-size="28" font-weight="bold" fill="white" stroke="black">wait for the end</text><text x="2" y="62" font-size="24" fill="yellow">part 2 in bio</text></svg>`;

/** A file's pictures as the transcoder takes them, at moments of their own: an edit is not sampled where the original was. */
async function hashed(file: string, filter: string, text: string): Promise<HashedPicture[]> {
	const taken = `;[v]fps=${HASHED},scale=${HASHED_SIZE.width}:${HASHED_SIZE.height}[out]`;
	const args = [
		"-i",
		file,
		"-i",
		text,
		"-filter_complex",
		`${filter}${taken}`,
		"-map",
		"[out]",
		"-t",
		"12",
		"-f",
		"rawvideo",
		"-pix_fmt",
		"rgb24",
		"pipe:1",
	];
	const raw = await ffmpeg(args, new Uint8Array());
	const size = HASHED_SIZE.width * HASHED_SIZE.height * 3;
	return Array.from({ length: Math.floor(raw.length / size) }, (_, n) => {
		const hash = frameHash(raw.subarray(n * size, (n + 1) * size), HASHED_SIZE.width, HASHED_SIZE.height);
		return hash === null ? [] : [{ atMs: Math.round((n * 1_000) / HASHED), hash: Buffer.from(hash).toString("base64") }];
	}).flat();
}

const bytesOf = (pictures: readonly HashedPicture[]): KnownVideo["pictures"] =>
	pictures.map(({ atMs, hash }) => ({ atMs, hash: new Uint8Array(Buffer.from(hash, "base64")) }));

/** Recorded clips, where there are some beside the repository. */
function sharedClips(): string[] {
	const folder = new URL("../../../shared/media", import.meta.url).pathname;
	return existsSync(folder)
		? readdirSync(folder)
				.filter((name) => name.endsWith(".mp4"))
				.map((name) => join(folder, name))
		: [];
}

/** Clips of the demo's scenes, in every palette, from other seeds. */
async function drawnClips(folder: string, seeds: number, progress: (step: string) => void): Promise<string[]> {
	const files: string[] = [];
	for (const scene of Object.keys(SCENES) as SceneName[])
		for (let variant = 0; variant < 4; variant++)
			for (let seed = 0; seed < seeds; seed++) {
				const file = join(folder, `clip-${scene}-${variant}-${seed}.mp4`);
				files.push(file);
				if (existsSync(file)) continue;
				progress(`drawing ${scene} ${variant} ${seed}`);
				await draw(file, scene, variant, 9_000 + seed);
			}
	return files;
}

async function draw(file: string, scene: SceneName, variant: number, seed: number): Promise<void> {
	const canvas = new Canvas(SIZE.width, SIZE.height);
	const paint = SCENES[scene]({ ...SIZE, seconds: SECONDS, variant, seed, random: seeded(seed) });
	const size = SIZE.width * SIZE.height * 3;
	const raw = Buffer.alloc(size * SECONDS * DRAWN);
	for (let n = 0; n < SECONDS * DRAWN; n++) {
		paint(canvas, n / DRAWN);
		canvas.toBytes(raw.subarray(n * size, (n + 1) * size));
	}
	const input = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", `${SIZE.width}x${SIZE.height}`, "-r", String(DRAWN), "-i", "pipe:0"];
	await ffmpeg(
		["-y", ...input, "-c:v", "libx264", "-preset", "superfast", "-crf", "25", "-pix_fmt", "yuv420p", "-f", "mp4", `${file}.part`],
		raw,
	);
	await rename(`${file}.part`, file);
}
