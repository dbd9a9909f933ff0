import { startChild } from "./child.ts";
import { INPUT_GUARD } from "./limits.ts";
import type { ProbeOptions } from "./source.ts";

/** What a demuxer alone finds of one stream, nothing decoded. */
export interface PacketTimes {
	/** Packets read. */
	count: number;
	/** Start of the first packet after the container's start, milliseconds. */
	startMs: number;
	/** From the first packet to the end of the last, milliseconds. */
	spanMs: number;
	/** End of the last packet after the container's start, and after time zero, milliseconds. */
	endMs: number;
	absoluteEndMs: number;
	/**
	 * Time between two pictures where the recording moves, milliseconds; null with fewer than two. Recordings of screens hold
	 * still for seconds and then move at full rate: their mean says nothing of that.
	 */
	typicalGapMs: number | null;
	/** The demuxer met bytes that are missing or make no sense. */
	damaged: boolean;
}

/**
 * Walks a stream's packets, `most` of them, for its true length and rate: containers lie, and recordings of browsers declare
 * nothing.
 * @param start of the container, seconds
 */
export async function readPacketTimes(
	path: string,
	stream: number,
	{ start, most }: { start: number; most: number },
	options: ProbeOptions,
): Promise<PacketTimes> {
	const child = startChild({
		command: options.ffprobe,
		args: [
			...["-v", "error", ...INPUT_GUARD, "-select_streams", String(stream), "-read_intervals", `%+#${most}`],
			...["-show_entries", "packet=pts_time,dts_time,duration_time", "-of", "compact=p=0:nk=0", path],
		],
		cwd: options.workDir,
		limits: { cpuSeconds: 60, wallMs: 90_000, memoryBytes: options.memoryBytes },
		signal: options.signal,
	});
	let count = 0;
	const times: number[] = [];
	let last = 0;
	let rest = "";
	child.stdout.setEncoding("utf8").on("data", (text: string) => {
		const lines = (rest + text).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) {
			const at = Number(/pts_time=([-\d.]+)/.exec(line)?.[1] ?? /dts_time=([-\d.]+)/.exec(line)?.[1] ?? Number.NaN);
			const duration = Number(/duration_time=([\d.]+)/.exec(line)?.[1] ?? 0);
			count++;
			if (Number.isNaN(at)) continue;
			times.push(at);
			last = Math.max(last, at + duration);
		}
	});
	const ended = await child.ended;
	times.sort((a, b) => a - b);
	return {
		count,
		startMs: ((times[0] ?? start) - start) * 1000,
		spanMs: Math.max(1, (last - (times[0] ?? last)) * 1000),
		endMs: (last - start) * 1000,
		absoluteEndMs: last * 1000,
		typicalGapMs: typicalGapMs(times),
		damaged: ended.code !== 0 || ended.complaint !== "",
	};
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
