import type { PushMessage } from "../../../../contracts/notifications.ts";

/** What is to be pushed of a notice, and when. */
export interface DuePush {
	readonly noticeId: number;
	/** Held back by quiet hours: told together with all else that was. */
	readonly isHeld: boolean;
}

/** A message on its way to one browser. */
export interface Sending {
	readonly id: number;
	readonly endpoint: string;
	readonly message: PushMessage;
	/** Tries that failed. */
	readonly failures: number;
}

/** A group is pushed at most this often, milliseconds: the next push tells of all that joined meanwhile. */
export const GROUP_EVERY_MS = 10 * 60_000;
/** What could not be handed over for this long is no news any more, milliseconds; also how long a push service keeps it for a device that is off. */
export const PUSH_LIFETIME_MS = 86_400_000;
/** Pause before the second try, milliseconds; twice as long each time … */
const FIRST_PAUSE_MS = 10_000;
/** … up to this. */
const LAST_PAUSE_MS = 3_600_000;

export const pauseMs = (failures: number): number => Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));

/** What is to be pushed, until every push service took it, in the inbox object's own SQLite. */
export class PushOutbox {
	readonly #sql: Pick<SqlStorage, "exec">;

	constructor(sql: Pick<SqlStorage, "exec">) {
		this.#sql = sql;
		sql.exec("CREATE TABLE IF NOT EXISTS push_due (notice_id INTEGER PRIMARY KEY, due INTEGER NOT NULL, held INTEGER NOT NULL)");
		sql.exec("CREATE TABLE IF NOT EXISTS push_last (notice_id INTEGER PRIMARY KEY, at INTEGER NOT NULL)");
		sql.exec(`CREATE TABLE IF NOT EXISTS push_sending (
			id INTEGER PRIMARY KEY AUTOINCREMENT,
			endpoint TEXT NOT NULL,
			message TEXT NOT NULL,
			failures INTEGER NOT NULL DEFAULT 0,
			due INTEGER NOT NULL,
			until INTEGER NOT NULL
		)`);
	}

	/** Has a notice pushed at this time, but not sooner than `everyMs` after it was last pushed; what waits already is pushed once. */
	plan(noticeId: number, at: number, isHeld: boolean, everyMs: number): void {
		const [last] = this.#sql.exec<{ at: number }>("SELECT at FROM push_last WHERE notice_id = ?", noticeId).toArray();
		const due = last === undefined ? at : Math.max(at, last.at + everyMs);
		this.#sql.exec("INSERT OR IGNORE INTO push_due (notice_id, due, held) VALUES (?, ?, ?)", noticeId, due, isHeld ? 1 : 0);
	}

	/** What is due and not yet made messages of, the oldest notice first. */
	due(now: number): DuePush[] {
		return this.#sql
			.exec<{ notice_id: number; held: number }>("SELECT notice_id, held FROM push_due WHERE due <= ? ORDER BY notice_id", now)
			.toArray()
			.map(({ notice_id, held }) => ({ noticeId: notice_id, isHeld: held === 1 }));
	}

	/** A notice's push waits until then, and is told together with all else that does. @param until milliseconds since 1970 */
	hold(noticeId: number, until: number): void {
		this.#sql.exec("UPDATE push_due SET due = ?, held = 1 WHERE notice_id = ?", until, noticeId);
	}

	/** What was due goes out as these messages, to each of these addresses. */
	send(due: readonly DuePush[], messages: readonly PushMessage[], endpoints: readonly string[], now: number): void {
		for (const { noticeId } of due) {
			this.#sql.exec("DELETE FROM push_due WHERE notice_id = ?", noticeId);
			this.#sql.exec("INSERT OR REPLACE INTO push_last (notice_id, at) VALUES (?, ?)", noticeId, now);
		}
		this.#sql.exec("DELETE FROM push_last WHERE at < ?", now - PUSH_LIFETIME_MS);
		for (const message of messages) {
			for (const endpoint of endpoints) {
				const insert = "INSERT INTO push_sending (endpoint, message, due, until) VALUES (?, ?, ?, ?)";
				this.#sql.exec(insert, endpoint, JSON.stringify(message), now, now + PUSH_LIFETIME_MS);
			}
		}
	}

	sendingDue(now: number): Sending[] {
		this.#sql.exec("DELETE FROM push_sending WHERE until <= ?", now);
		return this.#sql
			.exec<{ id: number; endpoint: string; message: string; failures: number }>(
				"SELECT id, endpoint, message, failures FROM push_sending WHERE due <= ? ORDER BY id",
				now,
			)
			.toArray()
			.map(({ message, ...rest }) => ({ ...rest, message: JSON.parse(message) as PushMessage }));
	}

	done(id: number): void {
		this.#sql.exec("DELETE FROM push_sending WHERE id = ?", id);
	}

	/** @param at when it is tried again, milliseconds since 1970 */
	again(id: number, at: number): void {
		this.#sql.exec("UPDATE push_sending SET failures = failures + 1, due = ? WHERE id = ?", at, id);
	}

	/** Waits until then, without having failed. @param until milliseconds since 1970 */
	postpone(id: number, until: number): void {
		this.#sql.exec("UPDATE push_sending SET due = ? WHERE id = ?", until, id);
	}

	/** Nothing goes to this address any more. */
	dropEndpoint(endpoint: string): void {
		this.#sql.exec("DELETE FROM push_sending WHERE endpoint = ?", endpoint);
	}

	/** When there is something to do next, milliseconds since 1970; null for never. */
	nextAt(): number | null {
		const query = "SELECT min(due) AS due FROM (SELECT due FROM push_due UNION ALL SELECT due FROM push_sending)";
		return this.#sql.exec<{ due: number | null }>(query).one().due;
	}
}
