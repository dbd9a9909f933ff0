import { open } from "node:fs/promises";
import * as z from "zod";
import { fileKind, SIGNATURE_BYTES } from "../../contracts/file-kind.ts";
import { Refusal } from "../failures.ts";
import { APPEARANCE_ENTRIES, AppearanceFields } from "./appearance.ts";
import { type ChildLimits, encoderFailed, runChild } from "./child.ts";
import { INPUT_GUARD, PROBE_BYTES, PROBE_MICROSECONDS, probeGuard } from "./limits.ts";

/** One stream as ffprobe tells it, nothing of it decoded but what its parameters need. */
export const Stream = AppearanceFields.extend({
	index: z.int(),
	codec_type: z.string().optional(),
	codec_name: z.string().optional(),
	codec_tag_string: z.string().optional(),
	sample_aspect_ratio: z.string().optional(),
	channels: z.int().optional(),
	channel_layout: z.string().optional(),
	field_order: z.string().optional(),
	r_frame_rate: z.string().optional(),
	avg_frame_rate: z.string().optional(),
	duration: z.coerce.number().optional(),
	disposition: z.record(z.string(), z.int()).optional(),
	tags: AppearanceFields.shape.tags.unwrap().extend({ DURATION: z.string().optional() }).optional(),
});
export type Stream = z.infer<typeof Stream>;
const Report = z.object({
	streams: z.array(Stream).default([]),
	format: z.object({ duration: z.coerce.number().optional(), start_time: z.coerce.number().optional() }).default({}),
});
type Report = z.infer<typeof Report>;

export interface ProbeOptions {
	ffprobe: string;
	workDir: string;
	memoryBytes: number;
	signal: AbortSignal;
}

const PROBE_LIMITS = { cpuSeconds: 30, wallMs: 45_000 } satisfies Omit<ChildLimits, "memoryBytes">;

/** @returns what ffprobe tells, and the guard under which it does for this file */
export async function readReport(path: string, options: ProbeOptions): Promise<{ report: Report; guard: readonly string[] }> {
	const first = await askFfprobe(path, INPUT_GUARD, options);
	// ffprobe opens a decoder for each stream, unasked, and gives up where it may not: those left closed it may open, which
	// decodes nothing. What looks into packets for a stream's parameters stays bound to the list.
	const closed = [...new Set([...first.complaint.matchAll(/Codec \((\w+)\) not on whitelist/g)].map(([, name]) => name ?? ""))];
	if (first.report) return { report: first.report, guard: INPUT_GUARD };
	const guard = probeGuard(closed);
	const second = closed.length > 0 ? await askFfprobe(path, guard, options) : first;
	if (second.report) return { report: second.report, guard };
	throw await unreadable(path, second.complaint);
}

async function askFfprobe(
	path: string,
	guard: readonly string[],
	options: ProbeOptions,
): Promise<{ report: Report | null; complaint: string }> {
	const args = ["-v", "error", ...guard, "-probesize", String(PROBE_BYTES), "-analyzeduration", String(PROBE_MICROSECONDS)];
	const entries =
		"format=duration,start_time:stream=index,codec_type,codec_name,codec_tag_string,sample_aspect_ratio,channels,channel_layout,field_order,r_frame_rate,avg_frame_rate,duration," +
		`${APPEARANCE_ENTRIES.stream}:stream_disposition:stream_side_data=${APPEARANCE_ENTRIES.sideData}:stream_tags=${APPEARANCE_ENTRIES.tags},DURATION`;
	const run = await runChild({
		command: options.ffprobe,
		args: [...args, "-of", "json", "-show_entries", entries, path],
		cwd: options.workDir,
		limits: { ...PROBE_LIMITS, memoryBytes: options.memoryBytes },
		signal: options.signal,
		maxBytes: 4 * 1024 * 1024,
	});
	// The shell's own codes, a program that is missing or may not be run, and a file that may not be opened: no word on the video.
	if (run.code === 126 || run.code === 127 || /: Permission denied$/m.test(run.complaint)) throw encoderFailed(run);
	const report = run.code === 0 ? Report.safeParse(parseJson(run.output.toString("utf8"))) : null;
	const isUsable = report?.success && report.data.streams.length > 0;
	return { report: isUsable ? report.data : null, complaint: run.complaint };
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// ffprobe was cut off in the middle: the file is then as unreadable as with no answer.
		return null;
	}
}

async function unreadable(path: string, complaint: string): Promise<Refusal> {
	const file = await open(path);
	const head = Buffer.alloc(SIGNATURE_BYTES);
	const { bytesRead } = await file.read(head, 0, head.length, 0).finally(() => file.close());
	// FFmpeg misses the index in anything named .mp4; only what begins like a QuickTime file ever had one.
	if (/moov atom not found/i.test(complaint) && /^(ftyp|mdat|wide|free|skip)$/.test(head.toString("latin1", 4, 8))) {
		return new Refusal("truncated", "This video is incomplete: its end is missing. Please upload the original file again.");
	}
	const kind = fileKind(head.subarray(0, bytesRead));
	const hint = kind.video ? "" : ` (it looks like ${kind.looksLike})`;
	return new Refusal("not_a_video", `This file isn't a video we can read${hint}. Please choose an MP4, MOV or WebM video.`);
}
