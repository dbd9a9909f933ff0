import { chmod, mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** Prefix of a process's directory in the work directory, followed by its id. */
const PREFIX = "transcoder-";

/** Makes this process's directory, and removes those of processes that ended without doing so. */
export async function openWorkDir(root: string): Promise<string> {
	await mkdir(root, { recursive: true });
	for (const name of await readdir(root)) {
		if (!name.startsWith(PREFIX)) continue;
		const pid = Number(name.slice(PREFIX.length));
		// Its own id: in a container every process in turn is number one.
		if (pid === process.pid || !isAlive(pid)) await rm(join(root, name), { recursive: true, force: true });
	}
	const own = join(root, `${PREFIX}${process.pid}`);
	await mkdir(own, { recursive: true });
	return own;
}

/** Runs `task` in a directory of its own with these permissions, gone afterwards whatever happened. */
export async function inJobDir<T>(root: string, name: string, mode: number, task: (path: string) => Promise<T>): Promise<T> {
	const path = await mkdtemp(join(root, `${name}-`));
	try {
		await chmod(path, mode);
		return await task(path);
	} finally {
		await rm(path, { recursive: true, force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}
