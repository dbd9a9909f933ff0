import { readdir, readFile } from "node:fs/promises";

/** What the kernel tells of a process (Linux). */

/** Clock ticks a second, as `getconf CLK_TCK` gives on every Linux. */
const TICKS_PER_SECOND = 100;

/** Fields of /proc/<pid>/stat after the name, which may hold spaces. */
async function stat(pid: number): Promise<string[]> {
	const text = await readFile(`/proc/${pid}/stat`, "utf8");
	return text.slice(text.lastIndexOf(")") + 2).split(" ");
}

/** CPU time a process has used, user and system, milliseconds. */
export async function cpuMs(pid: number): Promise<number> {
	const fields = await stat(pid);
	return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
}

/** Memory a process holds, resident, bytes. */
export async function residentBytes(pid: number): Promise<number> {
	const match = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, "utf8"));
	return Number(match?.[1]) * 1024;
}

/** Ids of the workerd processes a process has started. */
export async function workerdOf(parent: number): Promise<number[]> {
	const found: number[] = [];
	for (const name of await readdir("/proc")) {
		if (!/^\d+$/.test(name)) continue;
		try {
			if (Number((await stat(Number(name)))[1]) !== parent) continue;
			if ((await readFile(`/proc/${name}/comm`, "utf8")).trim() === "workerd") found.push(Number(name));
		} catch {
			// It ended while we looked.
		}
	}
	return found;
}
