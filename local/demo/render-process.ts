import { spawn } from "node:child_process";
import type { Writable } from "node:stream";
import * as z from "zod";
import { seeded } from "../../contracts/seeded.ts";
import { Canvas } from "./picture/canvas.ts";
import { FRAME, PICTURES, type RenderTask } from "./render.ts";
import { SCENES } from "./scenes/index.ts";
import type { Setting } from "./scenes/scene.ts";
import { MIX_RATE, Mix } from "./sound/mix.ts";
import { TRACKS } from "./sound/tracks.ts";
import { writeWav } from "./sound/wav.ts";

const Task = z.object({
	scene: z.enum(["ocean", "space", "city", "mountains", "kaleidoscope", "ball", "jellyfish", "synthwave"]),
	variant: z.int(),
	seed: z.int(),
	seconds: z.number(),
	picture: z.enum(["small", "full"]),
	ffmpegPath: z.string(),
	soundFile: z.string(),
	outFile: z.string(),
});

const settingOf = ({ variant, seed, seconds }: RenderTask, salt: number): Setting => ({
	width: FRAME.drawnWidth,
	height: FRAME.drawnHeight,
	seconds,
	variant,
	seed,
	random: seeded(seed + salt),
});

/** Draws every frame into FFmpeg's standard input, which scales it up and encodes it with the sound beside it. */
async function render(task: RenderTask): Promise<void> {
	const mix = new Mix(task.seconds);
	TRACKS[task.scene](mix, settingOf(task, 1));
	await writeWav(task.soundFile, mix.toPcm16(), MIX_RATE);

	const size = PICTURES[task.picture];
	const picture = [
		"-f",
		"rawvideo",
		"-pix_fmt",
		"rgb24",
		"-s",
		`${FRAME.drawnWidth}x${FRAME.drawnHeight}`,
		"-r",
		String(FRAME.rate),
		"-i",
		"pipe:0",
	];
	const encode = [
		"-vf",
		`scale=${size.width}:${size.height}:flags=bicubic,format=yuv420p`,
		"-c:v",
		"libx264",
		"-preset",
		"superfast",
		"-crf",
		"25",
		"-threads",
		"1",
	];
	const sound = ["-i", task.soundFile, "-map", "0:v", "-map", "1:a", "-c:a", "aac", "-b:a", "96k", "-ar", "48000", "-shortest"];
	const ffmpeg = spawn(
		task.ffmpegPath,
		["-v", "error", "-y", ...picture, ...sound, ...encode, "-movflags", "+faststart", "-f", "mp4", task.outFile],
		{
			stdio: ["pipe", "ignore", "pipe"],
		},
	);
	let complaint = "";
	ffmpeg.stderr.on("data", (chunk: Buffer) => {
		complaint = (complaint + chunk.toString()).slice(-2000);
	});
	const ended = new Promise<void>((resolve, reject) => {
		ffmpeg.on("error", reject);
		ffmpeg.on("close", (code) =>
			code === 0 ? resolve() : reject(new Error(`FFmpeg could not encode a demo clip: ${complaint.trim() || `exit code ${code}`}`)),
		);
	});
	// A broken pipe is told by the exit code and its complaint; the write error itself says nothing.
	let open = true;
	ffmpeg.stdin.on("error", () => {
		open = false;
	});

	const draw = SCENES[task.scene](settingOf(task, 0));
	const canvas = new Canvas(FRAME.drawnWidth, FRAME.drawnHeight);
	const frames = Math.round(task.seconds * FRAME.rate);
	for (let n = 0; n < frames && open; n++) {
		draw(canvas, n / FRAME.rate);
		const bytes = new Uint8Array(FRAME.drawnWidth * FRAME.drawnHeight * 3);
		canvas.toBytes(bytes);
		if (!ffmpeg.stdin.write(bytes)) await Promise.race([drained(ffmpeg.stdin), ended]);
	}
	ffmpeg.stdin.end();
	await ended;
}

/** Resolves when the stream takes more. An error of the stream is not its business. */
const drained = (stream: Writable): Promise<void> => new Promise((resolve) => stream.once("drain", () => resolve()));

try {
	await render(Task.parse(JSON.parse(process.argv[2] ?? "")));
} catch (error) {
	console.error(error instanceof Error ? error.message : String(error));
	process.exitCode = 1;
}
