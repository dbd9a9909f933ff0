import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { BACKGROUND_NICENESS, giveWay } from "../../supervisor/child.ts";
import type { LibraryTrack } from "./tracks.ts";

const COMPOSING = fileURLToPath(new URL("./compose-process.ts", import.meta.url));

/** Writes a track as a WAV file, in a process of its own that gives way to others. @throws what that complained of, or the signal's reason */
export function compose(track: LibraryTrack, outFile: string, signal: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, ["--no-warnings", COMPOSING, JSON.stringify(track), outFile], {
			stdio: ["ignore", "ignore", "pipe"],
		});
		giveWay(child, BACKGROUND_NICENESS);
		let complaint = "";
		child.stderr.on("data", (chunk: Buffer) => {
			complaint = (complaint + chunk.toString()).slice(-2000);
		});
		const stop = () => child.kill("SIGKILL");
		signal.addEventListener("abort", stop, { once: true });
		child.once("error", reject);
		child.once("close", (code) => {
			signal.removeEventListener("abort", stop);
			if (code === 0) resolve();
			else reject(signal.aborted ? signal.reason : new Error(complaint.trim() || `The track could not be made: exit code ${code}.`));
		});
	});
}
