import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { TranscodeJob } from "../contracts/transcode.ts";
import { AUDIO_BITS_PER_SECOND, encodeAudio, writeAudioFrom } from "./encode/audio.ts";
import { chooseLadder, type Ladder, seconds as lengthOf, type Rung } from "./encode/ladder.ts";
import { steadyPictures } from "./encode/normalise.ts";
import { TranscodeFailure } from "./failures.ts";
import { encoderFailed, FFMPEG_TALK, runChild } from "./media/child.ts";
import { decoderInput } from "./media/input.ts";
import { encoderLimits, THREADS } from "./media/limits.ts";
import { probeSource } from "./media/source.ts";
import { forFfmpeg } from "./media/version.ts";
import { takeAdded } from "./sound/added.ts";
import { downloadSource } from "./storage/download.ts";
import { openOutput } from "./storage/output.ts";
import { stageClock, type TranscodeContext, type TranscodeTools } from "./tools.ts";
import { drawMark } from "./watermark/mark.ts";

/** Short side of a copy at most, pixels. */
const SHORT_SIDE_MOST = 720;
/** A copy is of the largest size at which it can't have more bytes: it goes into the store in one piece. */
const BYTES_MOST = 96 * 1024 * 1024;

/**
 * Makes a copy to be downloaded of a video that was transcoded before, from its original: one MP4 with the sound as it is served, and its
 * creator's name over the picture. Throws `Refusal` when the input is at fault, `TranscodeFailure` when another attempt may succeed.
 * @returns its bytes
 */
export async function makeDownload(
	job: TranscodeJob,
	tools: TranscodeTools & { readonly node: string },
	context: TranscodeContext,
): Promise<number> {
	const { signal, log, emit, workDir } = context;
	if (job.download === undefined) throw new TranscodeFailure("internal", "The job does not say whose name the copy is to bear.");
	const stage = stageClock(log);
	const path = join(workDir, "source");
	emit({ type: "progress", stage: "downloading", progress: 0 });
	await downloadSource(job.source, path, { signal, log });
	const probed = await probeSource(path, { ffprobe: tools.ffprobe, workDir, memoryBytes: tools.memoryBytes, signal });
	const source = forFfmpeg(probed, tools.ffmpegVersion);
	const ladder = chooseLadder(source.probe);
	const rung = sizeOf(ladder);
	const durationSeconds = lengthOf(ladder, ladder.totalFrames);
	const child = { ffmpeg: tools.ffmpeg, workDir, signal, limits: encoderLimits(durationSeconds, tools.memoryBytes) };
	emit({ type: "progress", stage: "encoding", progress: 10 });
	const added = await takeAdded(job, context);
	const audio = await encodeAudio(source, { ...child, durationSeconds, added });
	const soundPath = join(workDir, "sound.aac");
	if (audio !== null) await writeAudioFrom(audio, 0, soundPath);
	const mark = await drawMark(job.download.username, rung, { node: tools.node, workDir, signal });
	const pictures = steadyPictures(source, ladder, rung, { frames: ladder.totalFrames, from: 0 }).join(",");
	const encoded = await runChild({
		command: tools.ffmpeg,
		args: [
			...[...FFMPEG_TALK, "-y", "-filter_complex_threads", String(THREADS), ...decoderInput(source, "picture"), ...mark.input],
			...(audio === null ? [] : ["-f", "aac", "-i", soundPath]),
			...["-filter_complex", `[0:${source.videoStream}]${pictures}[picture];${mark.over("[picture]", "[1:v]", "[marked]")}`],
			...["-map", "[marked]", ...(audio === null ? [] : ["-map", "2:a:0", "-c:a", "copy", "-bsf:a", "aac_adtstoasc"])],
			...["-c:v", "libx264", "-preset", rung.preset, "-profile:v", "high", "-crf", String(rung.crf), "-threads", String(THREADS)],
			...["-maxrate", String(rung.maxRate), "-bufsize", String(rung.maxRate * 2)],
			...["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"],
			...["-map_metadata", "-1", "-map_chapters", "-1", "-fps_mode", "passthrough", "-movflags", "+faststart", "-f", "mp4", "copy.mp4"],
		],
		cwd: workDir,
		limits: child.limits,
		signal,
		maxBytes: 0,
	});
	if (encoded.code !== 0) throw encoderFailed(encoded);
	emit({ type: "progress", stage: "uploading", progress: 90 });
	const copy = await readFile(join(workDir, "copy.mp4"));
	await openOutput(tools.store, job.outputPrefix, { signal, log }).putFinal(job.download.name, copy);
	stage("copy", { rung: rung.name, bytes: copy.length, cpuSeconds: encoded.cpuSeconds + (audio?.cpuSeconds ?? 0) });
	return copy.length;
}

/** The largest rendition whose copy has no more bytes than it may, at its highest rate throughout; else the smallest there is. */
function sizeOf(ladder: Ladder): Rung {
	const bytes = ({ maxRate }: Rung) => ((maxRate + AUDIO_BITS_PER_SECOND) / 8) * lengthOf(ladder, ladder.totalFrames);
	const fits = (rung: Rung) => Number.parseInt(rung.name, 10) <= SHORT_SIDE_MOST && bytes(rung) <= BYTES_MOST;
	return ladder.rungs.findLast(fits) ?? (ladder.rungs[0] as Rung);
}
