import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** First line of what the program says of its version; throws when it can't be run. */
export async function ffmpegVersion(command: string): Promise<string> {
	const { stdout } = await promisify(execFile)(command, ["-version"], { timeout: 20_000 });
	return /version (\S+)/.exec(stdout)?.[1] ?? "unknown";
}
