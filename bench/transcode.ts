import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Service, startService } from "../container-transcoder/service/service.ts";
import { startBucket, type TestBucket } from "../container-transcoder/testing/bucket.ts";
import { jobFor, putJob, testConfig } from "../container-transcoder/testing/service.ts";
import type { TranscodeJob, TranscodeResult } from "../contracts/transcode.ts";
import { median, type Row } from "./table.ts";
import { makeBenchClip } from "./transcode-clip.ts";

/** Rounds of the processor time, the two sides taking turns so that a noisy machine disturbs both alike. */
const CPU_ROUNDS = 3;
const CPU_CLIP_SECONDS = 6;
/** Rounds of the 15 s clip; the 60 s clip is measured once. */
const SHORT_ROUNDS = 3;

/** The plain way: four processes, preset `fast`, one bit rate each (docs/product.md#processing). Scaled by the short side, as our renditions are. */
const PLAIN = [
	{ rung: 360, rate: "600k" },
	{ rung: 480, rate: "1000k" },
	{ rung: 720, rate: "2500k" },
	{ rung: 1080, rate: "5000k" },
] as const;

export async function run(): Promise<Row[]> {
	const dir = await mkdtemp(join(tmpdir(), "reelay-bench-"));
	const bucket = await startBucket();
	const service = await startService(testConfig(bucket, join(dir, "work"), { MAX_JOBS: "1" }), { log: () => undefined });
	try {
		const stage: Stage = { dir, bucket, service, nextId: 1 };
		return [...(await ladderRows(stage)), ...(await timeRows(stage, 15, SHORT_ROUNDS)), ...(await timeRows(stage, 60, 1))];
	} finally {
		await service.close();
		await bucket.close();
		await rm(dir, { recursive: true, force: true });
	}
}

interface Stage {
	dir: string;
	bucket: TestBucket;
	service: Service;
	nextId: number;
}

async function ladderRows(stage: Stage): Promise<Row[]> {
	const clip = await makeBenchClip(stage.dir, CPU_CLIP_SECONDS);
	const ours: number[] = [];
	const theirs: number[] = [];
	let last: Timed | null = null;
	for (let round = 0; round < CPU_ROUNDS; round++) {
		theirs.push(await plainCpuSeconds(clip, stage.dir));
		last = await transcodeTimed(stage, clip);
		ours.push(last.result.cpuSeconds);
	}
	const prefix = last?.job.outputPrefix ?? "";
	const rows: Row[] = [
		{
			figure: "ladder CPU per second of video (5 renditions, sound, cover; against four plain ones)",
			value: median(ours) / CPU_CLIP_SECONDS,
			unit: "CPU-s",
			baseline: median(theirs) / CPU_CLIP_SECONDS,
			ratio: median(ours) / median(theirs),
			must: "ratio ≤ 0.45",
			aim: "ratio ≤ 0.30",
		},
	];
	for (const { rung, width, height } of [
		{ rung: "480p", width: 480, height: 854 },
		{ rung: "720p", width: 720, height: 1280 },
	]) {
		const made = await joined(stage, prefix, rung);
		const value = await ssim(made, clip, width, height);
		const baseline = await ssim(join(stage.dir, `plain-${width}.mp4`), clip, width, height);
		rows.push({
			figure: `SSIM at ${rung}`,
			value,
			unit: "",
			baseline,
			ratio: value / baseline,
			must: "≥ baseline − .003",
			aim: "≥ baseline − .003",
		});
	}
	return rows;
}

/** User and system seconds of the four plain processes, one after the other. */
async function plainCpuSeconds(clip: string, dir: string): Promise<number> {
	let total = 0;
	for (const { rung, rate } of PLAIN) {
		const said = await ffmpeg([
			...["-i", clip, "-vf", `scale=${rung}:-2`, "-c:v", "libx264", "-preset", "fast", "-b:v", rate],
			...["-c:a", "aac", "-b:a", "128k", join(dir, `plain-${rung}.mp4`)],
		]);
		const bench = /bench: utime=([\d.]+)s stime=([\d.]+)s/.exec(said);
		total += Number(bench?.[1]) + Number(bench?.[2]);
	}
	return total;
}

/** A rendition's segments behind its init segment, as one file. */
async function joined(stage: Stage, prefix: string, rung: string): Promise<string> {
	const stored = (name: string) => stage.bucket.objects.get(`media/${prefix}${rung}/${name}`)?.body;
	const parts = [stored("init.mp4")];
	for (let n = 0; stored(`${n}.m4s`); n++) parts.push(stored(`${n}.m4s`));
	const path = join(stage.dir, `ours-${rung}.mp4`);
	await writeFile(path, Buffer.concat(parts.filter((part) => part !== undefined)));
	return path;
}

/** Structural similarity to the clip scaled to the same size, all planes. */
async function ssim(made: string, clip: string, width: number, height: number): Promise<number> {
	const graph = `[1:v]scale=${width}:${height}:flags=bicubic,setpts=PTS-STARTPTS[wanted];[0:v]setpts=PTS-STARTPTS[made];[made][wanted]ssim`;
	const said = await ffmpeg(["-i", made, "-i", clip, "-filter_complex", graph, "-f", "null", "-"]);
	return Number(/SSIM .*All:([\d.]+)/.exec(said)?.[1] ?? Number.NaN);
}

async function ffmpeg(args: string[]): Promise<string> {
	const { stderr } = await promisify(execFile)("ffmpeg", ["-hide_banner", "-nostats", "-benchmark", "-y", ...args], { maxBuffer: 1 << 24 });
	return stderr;
}

async function timeRows(stage: Stage, seconds: number, rounds: number): Promise<Row[]> {
	const clip = await makeBenchClip(stage.dir, seconds);
	const playable: number[] = [];
	const all: number[] = [];
	for (let round = 0; round < rounds; round++) {
		const timed = await transcodeTimed(stage, clip);
		playable.push(timed.playableSeconds);
		all.push(timed.allSeconds);
	}
	const row = (figure: string, values: number[], must: string, aim: string): Row => ({
		figure: `${seconds} s 1080p clip: ${figure}`,
		value: median(values),
		unit: "s",
		baseline: null,
		ratio: null,
		must,
		aim,
	});
	return seconds < 30
		? [row("first two renditions playable", playable, "≤ 10 s", "≤ 6 s"), row("all, artwork and embedding", all, "≤ 25 s", "≤ 20 s")]
		: [row("first two renditions playable", playable, "≤ 20 s", "≤ 12 s"), row("all, artwork and embedding", all, "≤ 80 s", "≤ 60 s")];
}

interface Timed {
	job: TranscodeJob;
	result: TranscodeResult;
	playableSeconds: number;
	allSeconds: number;
}

async function transcodeTimed(stage: Stage, clip: string): Promise<Timed> {
	const job = await jobFor(stage.bucket, clip, { videoId: String(stage.nextId++) }, 5 * 1024 * 1024);
	const began = performance.now();
	const since = () => (performance.now() - began) / 1000;
	let playableSeconds = Number.NaN;
	for await (const event of putJob(stage.service.url, job)) {
		if (event.type === "playable") playableSeconds = since();
		if (event.type === "done") return { job, result: event.result, playableSeconds, allSeconds: since() };
		if (event.type === "failed" || event.type === "refused") throw new Error(`The clip was ${event.type}: ${event.message}`);
	}
	throw new Error("The transcoder's answer ended early.");
}
