import { startChild } from "./child.ts";
import { INPUT_GUARD, MAX_FRAMES } from "./limits.ts";
import type { ProbeOptions } from "./source.ts";

/** What a demuxer alone finds of one stream, nothing decoded. */
export interface PacketTimes {
	/** Packets read; stops a little above the most frames that are accepted. */
	count: number;
	/** From the first packet to the end of the last, milliseconds. */
	spanMs: number;
	/** End of the last packet after the container's start, milliseconds. */
	endMs: number;
	/** The demuxer met bytes that are missing or make no sense. */
	damaged: boolean;
}

/** Walks a stream's packets for its true length and rate: containers lie, and recordings of browsers declare nothing. */
export async function readPacketTimes(path: string, stream: number, startSeconds: number, options: ProbeOptions): Promise<PacketTimes> {
	const child = startChild({
		command: options.ffprobe,
		args: [
			...["-v", "error", ...INPUT_GUARD, "-select_streams", String(stream), "-read_intervals", `%+#${MAX_FRAMES + 1000}`],
			...["-show_entries", "packet=pts_time,dts_time,duration_time", "-of", "compact=p=0:nk=0", path],
		],
		cwd: options.workDir,
		limits: { cpuSeconds: 60, wallMs: 90_000, memoryBytes: options.memoryBytes },
		signal: options.signal,
	});
	let count = 0;
	let first = Number.POSITIVE_INFINITY;
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
			first = Math.min(first, at);
			last = Math.max(last, at + duration);
		}
	});
	const ended = await child.ended;
	const spanMs = Math.max(1, (last - Math.min(first, last)) * 1000);
	return { count, spanMs, endMs: (last - startSeconds) * 1000, damaged: ended.code !== 0 || ended.complaint !== "" };
}
