import { RETENTION } from "../../../contracts/retention.ts";

const HOUR_MS = 3_600_000;
/** Hours that are kept: the last seven days of any time zone. */
const HOURS_KEPT = RETENTION.screenTime.days * 24;
/** Watching that is not written down yet is at most this long, milliseconds: what an object that is lost forgets. */
const UNWRITTEN_MS = 30_000;

type Sql = Pick<SqlStorage, "exec">;

/** Watched in one hour, milliseconds. */
export interface Hour {
	/** Since 1970. */
	readonly hour: number;
	readonly ms: number;
}

/**
 * How long a person watched, by the hour, on all devices. Written a few times a minute at most, for a write costs as much as what it
 * tells of. Only a person with an account has one: nobody else could ask.
 */
export class ScreenTimeLog {
	readonly #sql: Sql;
	#unwritten = new Map<number, number>();

	constructor(sql: Sql) {
		this.#sql = sql;
		sql.exec("create table if not exists screen_time (hour integer primary key, ms integer not null)");
	}

	/** @param ms how long @param at when, milliseconds since 1970 */
	add(ms: number, at: number): void {
		if (ms <= 0) return;
		const hour = Math.floor(at / HOUR_MS);
		this.#unwritten.set(hour, (this.#unwritten.get(hour) ?? 0) + ms);
		const waiting = [...this.#unwritten.values()].reduce((sum, one) => sum + one, 0);
		if (waiting >= UNWRITTEN_MS) this.#write();
	}

	/** The hours that are kept, in order. @param now milliseconds since 1970 */
	hours(now: number): Hour[] {
		this.#write();
		const oldest = Math.floor(now / HOUR_MS) - HOURS_KEPT;
		this.#sql.exec("delete from screen_time where hour < ?", oldest);
		return this.#sql.exec<{ hour: number; ms: number }>("select hour, ms from screen_time order by hour").toArray();
	}

	#write(): void {
		const waiting = this.#unwritten;
		this.#unwritten = new Map();
		for (const [hour, ms] of waiting) {
			this.#sql.exec("insert into screen_time (hour, ms) values (?, ?) on conflict (hour) do update set ms = ms + excluded.ms", hour, ms);
		}
	}
}
