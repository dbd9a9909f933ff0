import type { NotificationType } from "../../../contracts/notification-types.ts";
import { groupOf, OPEN_MS } from "./grouping.ts";

/** What `SqlStorage` of a Durable Object gives, as far as the inbox needs it. */
type Sql = Pick<SqlStorage, "exec">;

export interface NewEntry {
	/** Names the happening: a second one of the same key changes nothing. */
	readonly key: string;
	/** Left out when one whose key begins so is there already. */
	readonly group?: string;
	readonly type: NotificationType;
	/** The whole message in words; with an actor and `did`, what is shown where nobody can be named. */
	readonly text: string;
	/** What the actors did, to stand behind their names: `liked “Title”`. */
	readonly did?: string;
	readonly actorId?: string;
	readonly videoId?: string;
	readonly commentId?: string;
	readonly conversationId?: string;
	/** Milliseconds since 1970. */
	readonly at: number;
}

/** What a notification says from now on. */
export interface Rewording {
	readonly key: string;
	readonly text: string;
	/** Milliseconds since 1970. */
	readonly at: number;
	readonly commentId: string;
}

/** Which notices are withdrawn: one, or all about somebody, a video or a conversation. One that stood for several tells of the first of `instead` that stands. */
export type Withdrawal =
	| { readonly key: string; readonly instead?: readonly Rewording[] }
	| { readonly actorId: string }
	| { readonly videoId: string }
	| { readonly conversationId: string };

export interface StoredEntry {
	/** The notification's id: it stays while others join the group. */
	readonly id: number;
	/** Grows with each happening: the list's order and cursor. */
	readonly place: number;
	readonly type: NotificationType;
	readonly text: string;
	readonly did: string | null;
	/** The last few who did it, the last first. */
	readonly actorIds: readonly string[];
	/** How many did it. */
	readonly actorCount: number;
	readonly videoId: string | null;
	readonly commentId: string | null;
	readonly conversationId: string | null;
	readonly at: number;
	readonly read: boolean;
}

/** Older notices than this many are forgotten: nobody scrolls there, and an object's storage stays small. */
export const INBOX_LENGTH = 1_000;
/** Happenings of one notice that are kept by name; of more only the number is known. */
const KEPT_OF_GROUP = 1_000;
/** Of a group, this many are named or pictured. */
const FACES = 3;

type EntryRow = Record<string, SqlStorageValue>;

/** The inbox's tables and statements over the object's own SQLite: notices, and the happenings each tells of. */
export class InboxStore {
	readonly #sql: Sql;

	constructor(sql: Sql) {
		this.#sql = sql;
		// AUTOINCREMENT: an id is never used twice, even after the newest entry was forgotten.
		sql.exec(`CREATE TABLE IF NOT EXISTS notices (
			id INTEGER PRIMARY KEY AUTOINCREMENT,
			place INTEGER NOT NULL UNIQUE,
			type TEXT NOT NULL,
			grouped TEXT,
			text TEXT NOT NULL,
			did TEXT,
			video_id TEXT,
			comment_id TEXT,
			conversation_id TEXT,
			actor_count INTEGER NOT NULL,
			began INTEGER NOT NULL,
			at INTEGER NOT NULL,
			read INTEGER NOT NULL DEFAULT 0,
			listed INTEGER NOT NULL
		)`);
		sql.exec(
			"CREATE TABLE IF NOT EXISTS happenings (key TEXT PRIMARY KEY, notice_id INTEGER NOT NULL, actor_id TEXT, at INTEGER NOT NULL)",
		);
		// What was withdrawn is not told again, also by a notice that comes late.
		sql.exec("CREATE TABLE IF NOT EXISTS withdrawn (key TEXT NOT NULL UNIQUE, at INTEGER NOT NULL)");
		// A place is never given twice, also when the newest notice is gone.
		sql.exec("CREATE TABLE IF NOT EXISTS places (id INTEGER PRIMARY KEY CHECK (id = 0), last INTEGER NOT NULL)");
		sql.exec("CREATE INDEX IF NOT EXISTS notices_unread ON notices (place) WHERE read = 0 AND listed = 1");
		sql.exec("CREATE INDEX IF NOT EXISTS notices_grouped ON notices (grouped, began) WHERE grouped IS NOT NULL");
		sql.exec("CREATE INDEX IF NOT EXISTS happenings_notice ON happenings (notice_id, at)");
		sql.exec("CREATE INDEX IF NOT EXISTS happenings_actor ON happenings (actor_id)");
	}

	/**
	 * Takes a happening in, once per key: into the notice of its group while that is open, else as a new one.
	 * @param isListed false for what is told by push alone
	 * @returns the notice's id; null for what was there, or was withdrawn
	 */
	add(entry: NewEntry, isListed = true): number | null {
		if (this.#isThere(entry)) return null;
		const { key, actorId = null, at } = entry;
		const grouped = groupOf(entry);
		const open = grouped === null ? null : this.#openNotice(grouped, at, isListed);
		const id = open ?? this.#begin(entry, grouped, isListed);
		const isNewActor = actorId === null || !this.#isIn(id, actorId);
		this.#sql.exec("INSERT INTO happenings (key, notice_id, actor_id, at) VALUES (?, ?, ?, ?)", key, id, actorId, at);
		if (open !== null) this.#join(id, entry, isNewActor);
		this.#trim();
		return id;
	}

	#openNotice(grouped: string, at: number, isListed: boolean): number | null {
		const query = "SELECT id FROM notices WHERE grouped = ? AND began > ? AND listed = ? ORDER BY began DESC LIMIT 1";
		const [row] = this.#sql.exec<{ id: number }>(query, grouped, at - OPEN_MS, isListed ? 1 : 0).toArray();
		return row?.id ?? null;
	}

	#begin(
		{ type, text, did, videoId, commentId, conversationId, actorId, at }: NewEntry,
		grouped: string | null,
		isListed: boolean,
	): number {
		return this.#sql
			.exec<{ id: number }>(
				`INSERT INTO notices (place, type, grouped, text, did, video_id, comment_id, conversation_id, actor_count, began, at, listed)
				 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
				this.#nextPlace(),
				type,
				grouped,
				text,
				did ?? null,
				videoId ?? null,
				commentId ?? null,
				conversationId ?? null,
				actorId === undefined ? 0 : 1,
				at,
				at,
				isListed ? 1 : 0,
			)
			.one().id;
	}

	/** The notice says what happened last, stands first, and is unread. */
	#join(id: number, { text, did, at }: NewEntry, isNewActor: boolean): void {
		this.#sql.exec(
			"UPDATE notices SET place = ?, text = ?, did = ?, at = ?, read = 0, actor_count = actor_count + ? WHERE id = ?",
			this.#nextPlace(),
			text,
			did ?? null,
			at,
			isNewActor ? 1 : 0,
			id,
		);
		this.#sql.exec(
			"DELETE FROM happenings WHERE notice_id = ?1 AND at < (SELECT at FROM happenings WHERE notice_id = ?1 ORDER BY at DESC LIMIT 1 OFFSET ?2)",
			id,
			KEPT_OF_GROUP - 1,
		);
	}

	#nextPlace(): number {
		const query = "INSERT INTO places (id, last) VALUES (0, 1) ON CONFLICT (id) DO UPDATE SET last = last + 1 RETURNING last";
		return this.#sql.exec<{ last: number }>(query).one().last;
	}

	#isIn(id: number, actorId: string): boolean {
		return this.#sql.exec("SELECT 1 FROM happenings WHERE notice_id = ? AND actor_id = ? LIMIT 1", id, actorId).toArray().length > 0;
	}

	#isThere({ key, group }: NewEntry): boolean {
		return this.#isKnown(key) || (group !== undefined && this.#anyBeginsWith(group));
	}

	/** Whether a key was told, or withdrawn. */
	#isKnown(key: string): boolean {
		const query = "SELECT 1 FROM happenings WHERE key = ?1 UNION ALL SELECT 1 FROM withdrawn WHERE key = ?1";
		return this.#sql.exec(query, key).toArray().length > 0;
	}

	#anyBeginsWith(start: string): boolean {
		const query = "SELECT 1 FROM happenings WHERE key >= ?1 AND key < ?1 || char(1114111) LIMIT 1";
		return this.#sql.exec(query, start).toArray().length > 0;
	}

	/** Notices beyond the length are forgotten with what they told of. */
	#trim(): void {
		const oldest = "SELECT place FROM notices ORDER BY place DESC LIMIT 1 OFFSET ?";
		const [row] = this.#sql.exec<{ place: number }>(oldest, INBOX_LENGTH).toArray();
		if (row === undefined) return;
		this.#sql.exec("DELETE FROM happenings WHERE notice_id IN (SELECT id FROM notices WHERE place <= ?)", row.place);
		this.#sql.exec("DELETE FROM notices WHERE place <= ?", row.place);
	}

	/**
	 * Takes notices out, read or not; one that is named by its key is kept out also when it was not there yet. Of a group only what is
	 * withdrawn leaves it.
	 * @returns whether anything of the list changed
	 */
	withdraw(what: Withdrawal, at: number): boolean {
		if ("key" in what) return this.#withdrawKey(what.key, what.instead ?? [], at);
		const keys = this.#keysAbout(what);
		for (const key of keys) this.#remove(key, at);
		this.#trimWithdrawn();
		return keys.length > 0;
	}

	#withdrawKey(key: string, offered: readonly Rewording[], at: number): boolean {
		const [row] = this.#sql.exec<{ notice_id: number }>("SELECT notice_id FROM happenings WHERE key = ?", key).toArray();
		const instead = offered.find((other) => !this.#isKnown(other.key));
		if (row === undefined || instead === undefined) this.#remove(key, at);
		else {
			// In its place, and read if it was: nothing new has happened.
			this.#sql.exec("UPDATE happenings SET key = ?, at = ? WHERE key = ?", instead.key, instead.at, key);
			const reword = "UPDATE notices SET text = ?, at = ?, comment_id = ? WHERE id = ?";
			this.#sql.exec(reword, instead.text, instead.at, instead.commentId, row.notice_id);
			this.#sql.exec("INSERT OR IGNORE INTO withdrawn (key, at) VALUES (?, ?)", key, at);
		}
		this.#trimWithdrawn();
		return row !== undefined;
	}

	#keysAbout(what: Exclude<Withdrawal, { readonly key: string }>): string[] {
		const query =
			"actorId" in what
				? { where: "h.actor_id = ?", value: what.actorId }
				: "videoId" in what
					? { where: "n.video_id = ?", value: what.videoId }
					: { where: "n.conversation_id = ?", value: what.conversationId };
		return this.#sql
			.exec<{ key: string }>(`SELECT h.key FROM happenings h JOIN notices n ON n.id = h.notice_id WHERE ${query.where}`, query.value)
			.toArray()
			.map(({ key }) => key);
	}

	#remove(key: string, at: number): void {
		this.#sql.exec("INSERT OR IGNORE INTO withdrawn (key, at) VALUES (?, ?)", key, at);
		const removed = "DELETE FROM happenings WHERE key = ? RETURNING notice_id, actor_id";
		const [row] = this.#sql.exec<{ notice_id: number; actor_id: string | null }>(removed, key).toArray();
		if (row === undefined) return;
		const { notice_id: id, actor_id: actorId } = row;
		if (this.#sql.exec("SELECT 1 FROM happenings WHERE notice_id = ? LIMIT 1", id).toArray().length === 0) {
			this.#sql.exec("DELETE FROM notices WHERE id = ?", id);
		} else if (actorId !== null && !this.#isIn(id, actorId)) {
			this.#sql.exec("UPDATE notices SET actor_count = actor_count - 1 WHERE id = ?", id);
		}
	}

	#trimWithdrawn(): void {
		this.#sql.exec("DELETE FROM withdrawn WHERE rowid <= (SELECT rowid FROM withdrawn ORDER BY rowid DESC LIMIT 1 OFFSET ?)", INBOX_LENGTH);
	}

	/** Newest first, from below the place `before`, of these types. */
	list(
		limit: number,
		before: number | null,
		types: readonly NotificationType[] | null = null,
	): { entries: StoredEntry[]; unread: number; next: number | null } {
		const rows = this.#sql
			.exec<EntryRow>(
				`SELECT * FROM notices WHERE listed = 1 AND place < ?1
				 AND (?2 IS NULL OR type IN (SELECT value FROM json_each(?2))) ORDER BY place DESC LIMIT ?3`,
				before ?? Number.MAX_SAFE_INTEGER,
				types === null ? null : JSON.stringify(types),
				limit + 1,
			)
			.toArray();
		const entries = rows.slice(0, limit).map((row) => this.#entryOf(row));
		return { entries, unread: this.unread(), next: rows.length > limit ? (entries.at(-1)?.place ?? null) : null };
	}

	/** One notice, listed or not; null when it is gone. */
	entry(id: number): StoredEntry | null {
		const [row] = this.#sql.exec<EntryRow>("SELECT * FROM notices WHERE id = ?", id).toArray();
		return row === undefined ? null : this.#entryOf(row);
	}

	/** Who did what a notice tells of, the last first, from below a moment; each once. Null when the notice is gone. */
	actors(id: number, limit: number, before: { readonly at: number; readonly id: string } | null): { id: string; at: number }[] | null {
		if (this.entry(id) === null) return null;
		return this.#sql
			.exec<{ actor_id: string; last: number }>(
				`SELECT actor_id, max(at) AS last FROM happenings WHERE notice_id = ?1 AND actor_id IS NOT NULL
				 GROUP BY actor_id HAVING ?2 IS NULL OR (last, actor_id) < (?2, ?3) ORDER BY last DESC, actor_id DESC LIMIT ?4`,
				id,
				before?.at ?? null,
				before?.id ?? null,
				limit,
			)
			.toArray()
			.map((row) => ({ id: row.actor_id, at: row.last }));
	}

	/** @param upTo a notice's id; null for all there are @returns whether any was unread */
	markRead(upTo: number | null): boolean {
		const [row] = this.#sql.exec<{ place: number }>("SELECT place FROM notices WHERE id = ?", upTo).toArray();
		if (upTo !== null && row === undefined) return false;
		const mark = "UPDATE notices SET read = 1 WHERE read = 0 AND listed = 1 AND place <= ? RETURNING id";
		return this.#sql.exec(mark, row?.place ?? Number.MAX_SAFE_INTEGER).toArray().length > 0;
	}

	/** How often each type happened since a moment. */
	countsSince(at: number): Map<NotificationType, number> {
		const query = "SELECT n.type, count(*) AS count FROM happenings h JOIN notices n ON n.id = h.notice_id WHERE h.at >= ? GROUP BY n.type";
		const rows = this.#sql.exec<{ type: string; count: number }>(query, at).toArray();
		return new Map(rows.map(({ type, count }) => [type as NotificationType, count]));
	}

	unread(): number {
		return this.#sql.exec<{ unread: number }>("SELECT count(*) AS unread FROM notices WHERE read = 0 AND listed = 1").one().unread;
	}

	#entryOf(row: EntryRow): StoredEntry {
		const text = (value: SqlStorageValue | undefined) => (typeof value === "string" ? value : null);
		const id = Number(row.id);
		return {
			id,
			place: Number(row.place),
			type: String(row.type) as NotificationType,
			text: String(row.text),
			did: text(row.did),
			actorIds: (this.#lastActors(id) ?? []).map(({ actor_id }) => actor_id),
			actorCount: Number(row.actor_count),
			videoId: text(row.video_id),
			commentId: text(row.comment_id),
			conversationId: text(row.conversation_id),
			at: Number(row.at),
			read: row.read === 1,
		};
	}

	#lastActors(id: number): { actor_id: string }[] {
		return this.#sql
			.exec<{ actor_id: string; last: number }>(
				"SELECT actor_id, max(at) AS last FROM happenings WHERE notice_id = ? AND actor_id IS NOT NULL GROUP BY actor_id ORDER BY last DESC, actor_id DESC LIMIT ?",
				id,
				FACES,
			)
			.toArray();
	}
}
