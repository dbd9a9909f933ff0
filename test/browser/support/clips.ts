import { execFile } from "node:child_process";
import { mkdir, readdir, rename, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Manifest } from "../../../contracts/media.ts";

const run = promisify(execFile);
const SECONDS = 7;
const SEGMENT_SECONDS = 2;
const LADDER = [
	{ name: "360p", width: 360, height: 640, rate: 500 },
	{ name: "480p", width: 480, height: 854, rate: 900 },
	{ name: "720p", width: 720, height: 1280, rate: 2200 },
] as const;

/** Colours and tone of each clip: told apart by eye and ear. */
const LOOKS = [
	{ colours: "c0=0xff5a36:c1=0x2b0a3d:c2=0xffc15a", tone: 220 },
	{ colours: "c0=0x0fb9b1:c1=0x0b3d5c:c2=0xd1f2eb", tone: 262 },
	{ colours: "c0=0x7c5cff:c1=0x14142b:c2=0xff6fb5", tone: 330 },
	{ colours: "c0=0x2ecc71:c1=0x0b2e1c:c2=0xf4f9a7", tone: 392 },
	{ colours: "c0=0xf7b731:c1=0x5c2a05:c2=0xfff3d0", tone: 440 },
	{ colours: "c0=0x3867d6:c1=0x0a1330:c2=0x9ad7ff", tone: 523 },
] as const;

export interface MadeClip {
	folder: string;
	manifest: Omit<Manifest, "url" | "base">;
}

async function make(folder: string, look: (typeof LOOKS)[number], seed: number): Promise<void> {
	const draft = `${folder}.draft-${process.pid}`;
	const inputs = [
		...["-f", "lavfi", "-i", `gradients=s=720x1280:r=30:d=${SECONDS}:n=3:${look.colours}:seed=${seed}:speed=0.02`],
		...["-f", "lavfi", "-i", `sine=f=${look.tone}:d=${SECONDS}`],
	];
	for (const { name, width, height, rate } of LADDER) {
		const out = join(draft, name);
		await mkdir(out, { recursive: true });
		await run("nice", [
			...["-n", "10", "ffmpeg", "-v", "error", "-y", ...inputs, "-vf", `scale=${width}:${height},format=yuv420p`],
			...["-c:v", "libx264", "-preset", "ultrafast", "-b:v", `${rate}k`, "-maxrate", `${rate}k`, "-bufsize", `${rate}k`],
			...["-g", "60", "-keyint_min", "60", "-sc_threshold", "0", "-c:a", "aac", "-b:a", "96k", "-ac", "2"],
			...["-f", "hls", "-hls_time", String(SEGMENT_SECONDS), "-hls_playlist_type", "vod", "-hls_segment_type", "fmp4"],
			...["-hls_fmp4_init_filename", "init.mp4", "-hls_segment_filename", join(out, "%d.m4s"), join(out, "index.m3u8")],
		]);
	}
	await run("ffmpeg", ["-v", "error", "-y", ...inputs.slice(0, 4), "-frames:v", "1", join(draft, "cover.jpg")]);
	await rename(draft, folder);
}

/** Clips in our ladder's shape, made once per machine. */
export async function makeClips(): Promise<MadeClip[]> {
	const home = join(tmpdir(), "reelay-browser-clips-1");
	await mkdir(home, { recursive: true });
	const clips: MadeClip[] = [];
	for (const [index, look] of LOOKS.entries()) {
		const folder = join(home, String(index));
		if (!(await stat(folder).catch(() => null))) await make(folder, look, index + 1);
		const segmentCount = (await readdir(join(folder, "360p"))).filter((name) => name.endsWith(".m4s")).length;
		clips.push({
			folder,
			manifest: {
				segmentSeconds: SEGMENT_SECONDS,
				lastSegmentSeconds: SECONDS - SEGMENT_SECONDS * (segmentCount - 1),
				segmentCount,
				hasAudio: true,
				renditions: LADDER.map(({ name, width, height, rate }) => ({
					name,
					width,
					height,
					bandwidth: (rate + 110) * 1000,
					averageBandwidth: rate * 900,
					frameRate: 30,
					codecs: "avc1.42c01f,mp4a.40.2",
					bytes: (rate * 1000 * SECONDS) / 8,
				})),
			},
		});
	}
	return clips;
}

/** A phone's clip to upload: about 2.5 MB in one MP4. */
export async function makeMovie(): Promise<string> {
	const path = join(tmpdir(), "reelay-browser-movie-1.mp4");
	if (await stat(path).catch(() => null)) return path;
	const draft = `${path}.draft-${process.pid}.mp4`;
	const source = ["-f", "lavfi", "-i", "testsrc2=s=540x960:r=30:d=4", "-f", "lavfi", "-i", "sine=f=330:d=4"];
	const codecs = ["-c:v", "libx264", "-preset", "ultrafast", "-b:v", "5M", "-minrate", "5M", "-pix_fmt", "yuv420p", "-c:a", "aac"];
	await run("nice", ["-n", "10", "ffmpeg", "-v", "error", "-y", ...source, ...codecs, draft]);
	await rename(draft, path);
	return path;
}
