import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startService } from "../container-transcoder/service/service.ts";
import { startBucket } from "../container-transcoder/testing/bucket.ts";
import { jobFor, resultOf, testConfig } from "../container-transcoder/testing/service.ts";
import { median, type Row } from "./table.ts";
import { makeBenchClip } from "./transcode-clip.ts";

const SECONDS = 15;
const ROUNDS = 3;
/** Somebody speaks nearly all the time: the dearest there is to listen to. */
const SPEECH = fileURLToPath(new URL("../container-transcoder/testing/speech.opus", import.meta.url));

/** How much later a clip is ready for looking at it and listening to it: the same clip with the checks and without, taking turns. */
export async function run(): Promise<Row[]> {
	const dir = await mkdtemp(join(tmpdir(), "reelay-bench-"));
	const bucket = await startBucket();
	const start = (name: string, more = {}) =>
		startService(testConfig(bucket, join(dir, name), { MAX_JOBS: "1" }), { log: () => undefined, ...more });
	const [checked, unchecked] = [await start("checked"), await start("unchecked", { recogniser: null })];
	try {
		const silent = await makeBenchClip(dir, SECONDS);
		const clip = join(dir, "spoken.mp4");
		const sound = ["-stream_loop", "-1", "-i", SPEECH, "-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", "aac", "-t", String(SECONDS)];
		await promisify(execFile)("ffmpeg", ["-v", "error", "-y", "-i", silent, ...sound, clip]);
		const took: Record<"on" | "off", number[]> = { on: [], off: [] };
		let videoId = 1;
		for (let round = 0; round < ROUNDS; round++)
			for (const [side, service] of [
				["on", checked],
				["off", unchecked],
			] as const) {
				const result = await resultOf(service.url, await jobFor(bucket, clip, { videoId: String(videoId++) }, 5 * 1024 * 1024));
				if (side === "on" && result.screening?.unchecked.length !== 0) throw new Error("A check was not made.");
				took[side].push(result.wallSeconds);
			}
		const [on, off] = [median(took.on), median(took.off)];
		return [
			{
				figure: `${SECONDS} s clip ready with its checks (speech throughout), seconds later than without`,
				value: on - off,
				unit: "s",
				baseline: off,
				ratio: on / off,
				must: "≤ 5 s",
				aim: "≤ 2 s",
			},
		];
	} finally {
		await Promise.all([checked.close(), unchecked.close()]);
		await bucket.close();
		await rm(dir, { recursive: true, force: true });
	}
}
