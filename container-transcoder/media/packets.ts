import { startChild } from "./child.ts";
import type { ProbeOptions } from "./report.ts";

/** What a demuxer alone finds of one stream, nothing decoded. Times by the container's clock, milliseconds. */
export interface PacketTimes {
	/** Packets that are shown or heard; those that an edit list leaves out are not counted. */
	readonly count: number;
	readonly startMs: number;
	/** End of the last packet. */
	readonly endMs: number;
	/**
	 * Time between two pictures where the recording moves, milliseconds; null with fewer than two. Recordings of screens hold
	 * still for seconds and then move at full rate: their mean says nothing of that.
	 */
	readonly typicalGapMs: number | null;
	/** The demuxer met bytes that are missing or make no sense. */
	readonly damaged: boolean;
}

/** The probe's options, and what guards ffprobe's input for this file. */
export type PacketOptions = ProbeOptions & { readonly guard: readonly string[] };

/** One packet: when it begins and how long it lasts, seconds; null where the container does not say. */
interface Packet {
	readonly at: number;
	readonly duration: number | null;
}

/** Walks a stream's packets, `most` of them, for its true length and rate: containers lie, and recordings of browsers declare nothing. */
export async function readPacketTimes(path: string, stream: number, most: number, options: PacketOptions): Promise<PacketTimes> {
	const child = startChild({
		command: options.ffprobe,
		args: [
			...["-v", "error", ...options.guard, "-select_streams", String(stream), "-read_intervals", `%+#${most}`],
			...["-show_entries", "packet=pts_time,dts_time,duration_time,flags", "-of", "compact=p=0:nk=0", path],
		],
		cwd: options.workDir,
		limits: { cpuSeconds: 60, wallMs: 90_000, memoryBytes: options.memoryBytes },
		signal: options.signal,
	});
	let count = 0;
	const packets: Packet[] = [];
	let rest = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		const lines = (rest + text).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) {
			if (/flags=.?D/.test(line)) continue;
			count++;
			const packet = parsePacket(line);
			if (packet) packets.push(packet);
		}
	});
	const ended = await child.ended;
	return { count, ...timesOf(packets), damaged: ended.code !== 0 || complaints(ended.complaint) };
}

function parsePacket(line: string): Packet | null {
	const at = /pts_time=([-\d.]+)/.exec(line)?.[1] ?? /dts_time=([-\d.]+)/.exec(line)?.[1];
	const duration = Number(/duration_time=([\d.]+)/.exec(line)?.[1] ?? 0);
	return at === undefined ? null : { at: Number(at), duration: duration > 0 ? duration : null };
}

/** Start, end and usual gap of packets in any order. One whose length nobody says lasts as long as is usual. */
export function timesOf(packets: readonly Packet[]): Pick<PacketTimes, "startMs" | "endMs" | "typicalGapMs"> {
	const times = packets.map(({ at }) => at).sort((a, b) => a - b);
	const gap = typicalGapMs(times);
	const usual = (gap ?? 0) / 1000;
	const end = packets.reduce((last, { at, duration }) => Math.max(last, at + (duration ?? usual)), Number.NEGATIVE_INFINITY);
	const start = times[0] ?? 0;
	return { startMs: start * 1000, endMs: Math.max(start, end) * 1000, typicalGapMs: gap };
}

/** Whether FFmpeg complained of the file, and not only of a codec that it was told to leave closed. */
function complaints(text: string): boolean {
	return text
		.split("\n")
		.some((line) => line !== "" && !/not on whitelist|Last message repeated|Failed to open codec|Unsupported codec/.test(line));
}

/** Gaps this near to the median are the same gap, rounded by the container's clock. */
const SAME_GAP = 0.25;

/** The usual time between two of `times` (seconds, rising), milliseconds: the mean of the gaps that are like the median. */
export function typicalGapMs(times: readonly number[]): number | null {
	const gaps = times.flatMap((time, n) => {
		const gap = time - (times[n - 1] ?? time);
		return gap > 0 ? [gap] : [];
	});
	const median = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
	if (median === undefined) return null;
	const alike = gaps.filter((gap) => Math.abs(gap - median) <= median * SAME_GAP);
	return (1000 * alike.reduce((sum, gap) => sum + gap, 0)) / alike.length;
}
