import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import * as z from "zod";

const Stored = z.object({ sessions: z.record(z.string(), z.string()), done: z.array(z.string()) });

/** What earlier runs have done, so that a later one goes on from there. Losing it costs time only: every step may be repeated. */
export interface DemoRecord {
	session(username: string): string | undefined;
	keepSession(username: string, token: string): Promise<void>;
	isDone(step: string): boolean;
	markDone(step: string): Promise<void>;
	/** Forgets all: the database is another one. */
	clear(): Promise<void>;
}

/** Opens the record in a folder, which is made when missing. An unreadable record counts as none. */
export async function openRecord(folder: string): Promise<DemoRecord> {
	await mkdir(folder, { recursive: true });
	const file = path.join(folder, "record.json");
	const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
		if (error.code === "ENOENT") return "";
		throw error;
	});
	const stored = parse(text);
	const sessions = new Map(Object.entries(stored?.sessions ?? {}));
	const done = new Set(stored?.done ?? []);

	let last: Promise<void> = Promise.resolve();
	const save = (): Promise<void> => {
		last = last.then(async () => {
			const unfinished = `${file}.new`;
			// It holds session tokens: for the owner's eyes only.
			await writeFile(unfinished, JSON.stringify({ sessions: Object.fromEntries(sessions), done: [...done] }), { mode: 0o600 });
			await rename(unfinished, file);
		});
		return last;
	};

	return {
		session: (username) => sessions.get(username),
		keepSession(username, token) {
			sessions.set(username, token);
			return save();
		},
		isDone: (step) => done.has(step),
		markDone(step) {
			done.add(step);
			return save();
		},
		clear() {
			sessions.clear();
			done.clear();
			return save();
		},
	};
}

function parse(text: string): z.infer<typeof Stored> | undefined {
	try {
		return Stored.parse(JSON.parse(text));
	} catch {
		return undefined;
	}
}
