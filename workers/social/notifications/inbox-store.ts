import type { Notification } from "../../../contracts/engagement.ts";

/** What `SqlStorage` of a Durable Object gives, as far as the inbox needs it. */
export interface Sql {
	exec(query: string, ...bindings: (string | number | null)[]): { toArray(): Record<string, unknown>[]; readonly rowsWritten: number };
}

export interface NewEntry {
	readonly key: string;
	/** Left out when one whose key begins so is there already. */
	readonly group?: string;
	readonly type: Notification["type"];
	readonly text: string;
	readonly actorId?: string;
	readonly videoId?: string;
	readonly commentId?: string;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** What a notice says from now on. */
export interface Rewording {
	readonly key: string;
	readonly text: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly commentId: string;
}

/** Which notices are withdrawn: one, or all about somebody or a video. One that stood for several tells of the first of `instead` that stands. */
export type Withdrawal =
	| { readonly key: string; readonly instead?: readonly Rewording[] }
	| { readonly actorId: string }
	| { readonly videoId: string };

export interface StoredEntry {
	/** Grows with each entry; the notification's id and the list's cursor. */
	readonly id: number;
	readonly type: Notification["type"];
	readonly text: string;
	readonly actorId: string | null;
	readonly videoId: string | null;
	readonly commentId: string | null;
	readonly at: number;
	readonly read: boolean;
}

/** Older notices than this many are forgotten: nobody scrolls there, and an object's storage stays small. */
export const INBOX_LENGTH = 1_000;

/** The inbox's tables and statements over the object's own SQLite. */
export class InboxStore {
	readonly #sql: Sql;

	constructor(sql: Sql) {
		this.#sql = sql;
		// AUTOINCREMENT: an id is never used twice, even after the newest entry was forgotten.
		sql.exec(`CREATE TABLE IF NOT EXISTS entries (
			id INTEGER PRIMARY KEY AUTOINCREMENT,
			key TEXT NOT NULL UNIQUE,
			type TEXT NOT NULL,
			text TEXT NOT NULL,
			actor_id TEXT,
			video_id TEXT,
			comment_id TEXT,
			at INTEGER NOT NULL,
			read INTEGER NOT NULL DEFAULT 0
		)`);
		// What was withdrawn is not told again, also by a notice that comes late.
		sql.exec("CREATE TABLE IF NOT EXISTS withdrawn (key TEXT NOT NULL UNIQUE, at INTEGER NOT NULL)");
		sql.exec("CREATE INDEX IF NOT EXISTS entries_unread ON entries (id) WHERE read = 0");
	}

	add(entry: NewEntry): boolean {
		if (this.#isThere(entry)) return false;
		this.#sql.exec(
			"INSERT INTO entries (key, type, text, actor_id, video_id, comment_id, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
			entry.key,
			entry.type,
			entry.text,
			entry.actorId ?? null,
			entry.videoId ?? null,
			entry.commentId ?? null,
			entry.at,
		);
		this.#sql.exec("DELETE FROM entries WHERE id <= (SELECT id FROM entries ORDER BY id DESC LIMIT 1 OFFSET ?)", INBOX_LENGTH);
		return true;
	}

	#isThere({ key, group }: NewEntry): boolean {
		return (
			this.#isKnown(key) ||
			(group !== undefined && this.#sql.exec("SELECT 1 FROM entries WHERE instr(key, ?) = 1 LIMIT 1", group).toArray().length > 0)
		);
	}

	/** Whether a key was told, or withdrawn. */
	#isKnown(key: string): boolean {
		const query = "SELECT 1 FROM entries WHERE key = ?1 UNION ALL SELECT 1 FROM withdrawn WHERE key = ?1";
		return this.#sql.exec(query, key).toArray().length > 0;
	}

	/**
	 * Takes notices out, read or not; one that is named by its key is kept out also when it was not there yet.
	 * @returns whether anything of the list changed
	 */
	withdraw(what: Withdrawal, at: number): boolean {
		let changed = 0;
		if ("key" in what) {
			const instead = what.instead?.find(({ key }) => !this.#isKnown(key));
			// In its place, and read if it was: nothing new has happened.
			if (instead === undefined) changed = this.#sql.exec("DELETE FROM entries WHERE key = ?", what.key).rowsWritten;
			else {
				const { key, text, commentId, at: toldAt } = instead;
				const reword = "UPDATE entries SET key = ?, text = ?, comment_id = ?, at = ? WHERE key = ?";
				changed = this.#sql.exec(reword, key, text, commentId, toldAt, what.key).rowsWritten;
			}
			this.#sql.exec("INSERT OR IGNORE INTO withdrawn (key, at) VALUES (?, ?)", what.key, at);
		} else {
			const [column, value] = "actorId" in what ? ["actor_id", what.actorId] : ["video_id", what.videoId];
			this.#sql.exec(`INSERT OR IGNORE INTO withdrawn (key, at) SELECT key, ? FROM entries WHERE ${column} = ?`, at, value);
			changed = this.#sql.exec(`DELETE FROM entries WHERE ${column} = ?`, value).rowsWritten;
		}
		this.#sql.exec("DELETE FROM withdrawn WHERE rowid <= (SELECT rowid FROM withdrawn ORDER BY rowid DESC LIMIT 1 OFFSET ?)", INBOX_LENGTH);
		return changed > 0;
	}

	list(limit: number, before: number | null): { entries: StoredEntry[]; unread: number; next: number | null } {
		const rows = this.#sql
			.exec(
				"SELECT id, type, text, actor_id, video_id, comment_id, at, read FROM entries WHERE id < ? ORDER BY id DESC LIMIT ?",
				before ?? Number.MAX_SAFE_INTEGER,
				limit + 1,
			)
			.toArray();
		const entries = rows.slice(0, limit).map(entryOf);
		return { entries, unread: this.unread(), next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
	}

	/** @returns whether any was unread */
	markRead(upTo: number | null): boolean {
		const mark = "UPDATE entries SET read = 1 WHERE read = 0 AND id <= ?";
		return this.#sql.exec(mark, upTo ?? Number.MAX_SAFE_INTEGER).rowsWritten > 0;
	}

	unread(): number {
		return Number(this.#sql.exec("SELECT count(*) AS unread FROM entries WHERE read = 0").toArray()[0]?.unread ?? 0);
	}
}

function entryOf(row: Record<string, unknown>): StoredEntry {
	return {
		id: Number(row.id),
		type: String(row.type) as Notification["type"],
		text: String(row.text),
		actorId: row.actor_id === null ? null : String(row.actor_id),
		videoId: row.video_id === null ? null : String(row.video_id),
		commentId: row.comment_id === null ? null : String(row.comment_id),
		at: Number(row.at),
		read: row.read === 1,
	};
}
