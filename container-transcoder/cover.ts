import { join } from "node:path";
import { coverName } from "../contracts/media.ts";
import type { TranscodeJob } from "../contracts/transcode.ts";
import { blurhashOfPicture, takeCover } from "./artwork/cover.ts";
import { chooseLadder, seconds as lengthOf } from "./encode/ladder.ts";
import { Refusal, TranscodeFailure } from "./failures.ts";
import { encoderLimits } from "./media/limits.ts";
import { probeSource } from "./media/source.ts";
import { forFfmpeg } from "./media/version.ts";
import { downloadSource } from "./storage/download.ts";
import { openOutput } from "./storage/output.ts";
import { stageClock, type TranscodeContext, type TranscodeTools } from "./tools.ts";

/** A moment this close to the end may lie after the last picture, seconds. */
const END_MARGIN_S = 0.1;

/**
 * Makes the cover that its creator chose of a video that was transcoded before, from its original, and writes it under its number.
 * Throws `Refusal` when the input is at fault, `TranscodeFailure` when another attempt may succeed. @returns its blur-hash
 */
export async function remakeCover(job: TranscodeJob, tools: TranscodeTools, context: TranscodeContext): Promise<string> {
	const { signal, log, emit, workDir } = context;
	if (job.cover === undefined) throw new TranscodeFailure("internal", "The job does not say which cover is wanted.");
	const stage = stageClock(log);
	const path = join(workDir, "source");
	emit({ type: "progress", stage: "downloading", progress: 0 });
	await downloadSource(job.source, path, { signal, log });
	const probed = await probeSource(path, { ffprobe: tools.ffprobe, workDir, memoryBytes: tools.memoryBytes, signal });
	emit({ type: "progress", stage: "artwork", progress: 50 });
	const source = forFfmpeg(probed, tools.ffmpegVersion);
	const ladder = chooseLadder(source.probe);
	const lengthSeconds = lengthOf(ladder, ladder.totalFrames);
	const child = { ffmpeg: tools.ffmpeg, workDir, signal, limits: encoderLimits(lengthSeconds, tools.memoryBytes) };
	const seconds = Math.max(0, Math.min(job.cover.atMs / 1000, lengthSeconds - END_MARGIN_S));
	const { picture, cpuSeconds } = await takeCover(source, ladder, seconds, child);
	if (picture === null) throw new Refusal("no_picture", "The video has no picture at the moment that was chosen.");
	await openOutput(tools.store, job.outputPrefix, { signal, log }).putFinal(coverName(job.cover.number), picture);
	stage("cover", { number: job.cover.number, seconds, cpuSeconds });
	return blurhashOfPicture(picture);
}
