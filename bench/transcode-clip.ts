import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A phone's clip to measure on, when there is one: `BENCH_CLIP`, or where this project's machines keep theirs. */
const REAL_CLIP = process.env.BENCH_CLIP ?? fileURLToPath(new URL("../../shared/media/phone-dog-1080p.mp4", import.meta.url));

/**
 * Makes a 1080×1920 clip of 30 frames a second at a phone's bit rate, with sound: a real one, turned upright and repeated; else
 * a hand-held pan over soft texture with a moving subject and sensor noise, which costs an encoder about as much.
 */
export async function makeBenchClip(dir: string, seconds: number): Promise<string> {
	const path = join(dir, `clip-${seconds}.mp4`);
	const sound = ["-f", "lavfi", "-i", `aevalsrc=0.2*sin(330*2*PI*t)*(1+sin(3*t))+0.05*(random(0)-0.5):d=${seconds}`];
	const encode = [
		"-c:v",
		"libx264",
		"-preset",
		"veryfast",
		"-b:v",
		"17M",
		"-g",
		"30",
		"-pix_fmt",
		"yuv420p",
		"-c:a",
		"aac",
		"-t",
		String(seconds),
	];
	const scene = existsSync(REAL_CLIP)
		? ["-stream_loop", "-1", "-i", REAL_CLIP, ...sound, "-filter_complex", "[0:v]transpose=1,scale=1080:1920,setsar=1,fps=30[v]"]
		: ["-loop", "1", "-framerate", "30", "-i", await texture(dir), ...sound, "-filter_complex", PAN];
	await run("ffmpeg", ["-v", "error", "-y", ...scene, "-map", "[v]", "-map", "1:a", ...encode, path], { maxBuffer: 1 << 24 });
	return path;
}

/** One still of soft coloured blotches over fine grain, larger than the picture that pans over it. */
async function texture(dir: string): Promise<string> {
	const path = join(dir, "texture.png");
	const coarse = "color=gray:size=400x600,noise=alls=100:all_seed=7,gblur=sigma=4,eq=contrast=5:saturation=2,scale=1600:2400";
	await run("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", `${coarse},noise=alls=24:all_seed=9`, "-frames:v", "1", path]);
	return path;
}

const PAN = [
	"[0:v]crop=1080:1920:x='260+220*sin(t)+4*sin(17*t)':y='240+200*cos(t*0.7)+4*cos(13*t)',format=yuv420p[ground]",
	"testsrc2=size=420x420:rate=30,gblur=sigma=2[subject]",
	"[ground][subject]overlay=x='330+300*sin(2*t)':y='750+500*sin(1.3*t)':shortest=0,noise=alls=5:allf=t[v]",
].join(";");
