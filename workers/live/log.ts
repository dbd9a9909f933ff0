import type { LiveEvent } from "../../contracts/live.ts";

/** Events kept in a person's log: more than anybody misses in an ordinary day … */
export const LOG_LENGTH = 5_000;
/** … and for this long, milliseconds. Who comes back later reads their lists anew. */
const LOG_AGE_MS = 7 * 86_400_000;
/** The log is trimmed with every hundredth event, and not each time. */
const TRIM_EVERY = 100;

/** An event to be told to one person. */
export interface NewEvent {
	/** Names the happening: what comes again under the same key changes nothing. */
	readonly key: string;
	/** Of events that replace each other only the latest is kept. */
	readonly replaces?: string;
	readonly event: LiveEvent;
}
export interface LoggedEvent {
	readonly rev: number;
	readonly event: LiveEvent;
}

/** What a person's clients are told, in order, in the object's own SQLite. */
export class LiveLog {
	readonly #sql: Pick<SqlStorage, "exec">;

	constructor(sql: Pick<SqlStorage, "exec">) {
		this.#sql = sql;
		// AUTOINCREMENT: a revision is never used twice, even after the newest event was replaced or forgotten.
		sql.exec(`CREATE TABLE IF NOT EXISTS live_log (
			rev INTEGER PRIMARY KEY AUTOINCREMENT,
			key TEXT NOT NULL UNIQUE,
			replaces TEXT,
			event TEXT NOT NULL,
			at INTEGER NOT NULL
		)`);
		sql.exec("CREATE INDEX IF NOT EXISTS live_log_replaces ON live_log (replaces) WHERE replaces IS NOT NULL");
		// Everything up to this revision may have been forgotten.
		sql.exec("CREATE TABLE IF NOT EXISTS live_log_floor (id INTEGER PRIMARY KEY CHECK (id = 0), rev INTEGER NOT NULL)");
	}

	/** @param at milliseconds since 1970 @returns those that are new, with their revisions, in order */
	append(events: readonly NewEvent[], at: number): LoggedEvent[] {
		if (events.length === 0) return [];
		// One statement for all: in a lively group a person is told thirty things at once, and a statement costs more than a row.
		const rows = this.#sql
			.exec<{ rev: number; key: string; replaces: string | null }>(
				`INSERT OR IGNORE INTO live_log (key, replaces, event, at)
				SELECT value ->> 'key', value ->> 'replaces', value -> 'event', ?2 FROM json_each(?1) WHERE true RETURNING rev, key, replaces`,
				JSON.stringify(events),
				at,
			)
			.toArray()
			.sort((one, other) => one.rev - other.rev);
		this.#forgetReplaced(rows);
		if (rows.some(({ rev }) => rev % TRIM_EVERY === 0)) this.#trim(at);
		// Of two under one key the first was taken.
		const byKey = new Map(events.toReversed().map(({ key, event }) => [key, event]));
		return rows.flatMap(({ rev, key }) => {
			const event = byKey.get(key);
			return event === undefined ? [] : { rev, event };
		});
	}

	/** Of what was just written, only the last under each name stays, and nothing older. */
	#forgetReplaced(rows: readonly { readonly rev: number; readonly replaces: string | null }[]): void {
		const newest = new Map(rows.flatMap(({ rev, replaces }) => (replaces === null ? [] : [[replaces, rev]])));
		if (newest.size === 0) return;
		this.#sql.exec(
			`DELETE FROM live_log WHERE rev IN (
				SELECT old.rev FROM json_each(?) AS told JOIN live_log AS old ON old.replaces = told.key WHERE old.rev < told.value
			)`,
			JSON.stringify(Object.fromEntries(newest)),
		);
	}

	/** The newest revision; 0 when nothing ever happened. */
	newest(): number {
		const [row] = this.#sql.exec<{ seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'live_log'").toArray();
		return row?.seq ?? 0;
	}

	/** What came after a revision, oldest first; null when some of it was forgotten, or the revision is not of this log. */
	after(rev: number): LoggedEvent[] | null {
		if (rev > this.newest() || rev < this.#floor()) return null;
		return this.#sql
			.exec<{ rev: number; event: string }>("SELECT rev, event FROM live_log WHERE rev > ? ORDER BY rev", rev)
			.toArray()
			.map((row) => ({ rev: row.rev, event: JSON.parse(row.event) as LiveEvent }));
	}

	#floor(): number {
		return this.#sql.exec<{ rev: number }>("SELECT rev FROM live_log_floor").toArray()[0]?.rev ?? 0;
	}

	#trim(now: number): void {
		const [row] = this.#sql
			.exec<{ rev: number | null }>(
				"SELECT max(rev) AS rev FROM live_log WHERE at < ? OR rev <= (SELECT rev FROM live_log ORDER BY rev DESC LIMIT 1 OFFSET ?)",
				now - LOG_AGE_MS,
				LOG_LENGTH,
			)
			.toArray();
		if (row?.rev == null) return;
		this.#sql.exec("DELETE FROM live_log WHERE rev <= ?", row.rev);
		this.#sql.exec("INSERT INTO live_log_floor (id, rev) VALUES (0, ?1) ON CONFLICT (id) DO UPDATE SET rev = ?1", row.rev);
	}
}
