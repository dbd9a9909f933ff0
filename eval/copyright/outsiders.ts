import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fillFolder } from "./fill.ts";

/** Music that is in no library: seeds of its own. */
export const OUTSIDER_SEEDS = 5_000_000;
export const OUTSIDER_SECONDS = 30;
const PROCESSES = 2;
/** Raised when the search changes: what an older one found is no good then. */
const SEARCH = "s1";

export interface Outsider {
	readonly outsider: number;
	readonly score: number;
	readonly bitErrorRate: number;
	/** Length of the stretch. */
	readonly items: number;
	readonly track: number;
	readonly speed: number;
}

/**
 * What of a made library is most like each of so many outsiders. Kept beside the library, and gone on with: two thousand against ten
 * thousand tracks at forty-one speeds take an hour of a core.
 * @param every how many of them one is looked for at all speeds; the others as they are, at all paces
 */
export async function outsiders(count: number, tracks: number, every: number): Promise<Outsider[]> {
	const folder = await fillFolder();
	const script = new URL("./outsiders-process.ts", import.meta.url).pathname;
	const share = Math.ceil(count / PROCESSES);
	const files = Array.from({ length: PROCESSES }, (_, part) =>
		join(folder, `outsiders-${SEARCH}-${tracks}-${count}-${every}-${part}.jsonl`),
	);
	await Promise.all(
		files.map(async (file, part) => {
			const from = part * share + read(file).length;
			const to = Math.min(count, (part + 1) * share);
			if (from >= to) return;
			const child = spawn(process.execPath, [script, file, String(tracks), String(from), String(to), String(every)], { stdio: "inherit" });
			const [code] = (await once(child, "close")) as [number | null];
			if (code !== 0) throw new Error(`Looking for outsiders ended with ${code}.`);
		}),
	);
	return files.flatMap(read);
}

const read = (file: string): Outsider[] =>
	existsSync(file)
		? readFileSync(file, "utf8")
				.split("\n")
				.filter((line) => line !== "")
				.map((line) => JSON.parse(line) as Outsider)
		: [];
