import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

/**
 * Makes the state folder this process' own: two at once would spoil the database. Throws when another one runs on it. Returns what
 * gives it back. `fresh` empties it first.
 */
export async function claimState(stateDir: string, options: { fresh: boolean }): Promise<() => Promise<void>> {
	const lock = join(stateDir, "running.pid");
	const holder = Number(await readFile(lock, "utf8").catch(() => ""));
	if (holder > 0 && holder !== process.pid && isAlive(holder)) {
		throw new Error(`Reelay already runs here (process ${holder}). Stop that one first, or use the one that runs.`);
	}
	if (options.fresh) await rm(stateDir, { recursive: true, force: true });
	await mkdir(join(stateDir, "logs"), { recursive: true });
	await writeFile(lock, String(process.pid));
	return () => rm(lock, { force: true });
}
