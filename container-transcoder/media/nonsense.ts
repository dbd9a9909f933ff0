import { runChild } from "./child.ts";
import { isNonsense } from "./damage.ts";
import { THREADS } from "./limits.ts";
import type { PacketOptions } from "./packets.ts";
import type { Stream } from "./report.ts";

/** Pictures that are looked at: half a minute of a phone's. */
const LOOKED_AT = 900;
/** Below this share of its pictures a decoder gave up on the stream; two fields of one picture may be a packet each. */
const GIVEN_LEAST = 0.75;

/** Whether the beginning of a picture stream decodes to nonsense, or to hardly anything. @param packets how many the stream has */
export async function decodesToNonsense(path: string, stream: Stream, packets: number, options: PacketOptions): Promise<boolean> {
	const looked = Math.min(packets, LOOKED_AT);
	const run = await runChild({
		command: options.ffprobe,
		args: [
			...["-v", "level+info", "-hide_banner", "-threads", String(THREADS), ...options.guard, "-select_streams", String(stream.index)],
			...["-read_intervals", `%+#${looked}`, "-count_frames", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", path],
		],
		cwd: options.workDir,
		limits: { cpuSeconds: 120, wallMs: 120_000, memoryBytes: options.memoryBytes },
		signal: options.signal,
		maxBytes: 4096,
	});
	// A stream that takes so long is dear, which says nothing against its pictures.
	if (run.killedBy !== null) return false;
	const given = Number(run.output.toString("latin1").trim().split("\n", 1)[0]);
	const whole = /^(progressive|unknown)$/.test(stream.field_order ?? "unknown");
	// Without a number ffprobe could not open the decoder at all.
	if (!(given > looked * (whole ? GIVEN_LEAST : GIVEN_LEAST / 2))) return true;
	return isNonsense(run.damagedPictures, looked, stream.codec_name ?? "");
}
