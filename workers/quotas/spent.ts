import type { LimitedAct } from "../../contracts/limits.ts";

const DAY_MS = 86_400_000;

/** What of `SqlStorage` this needs. */
type Sql = Pick<SqlStorage, "exec">;

/**
 * What one user did of each limited kind in the UTC day, in the session object's own SQLite. Things are counted, not calls:
 * the same video liked, unliked and liked again is one, and so is a request that is repeated.
 */
export class SpentToday {
	readonly #sql: Sql;
	#isThere = false;

	constructor(sql: Sql) {
		this.#sql = sql;
	}

	/** Made when first needed: most sessions are guests', and each table takes memory. */
	#table(): Sql {
		if (!this.#isThere)
			this.#sql.exec(
				"create table if not exists spent (act text, subject text, day integer not null, primary key (act, subject)) without rowid",
			);
		this.#isThere = true;
		return this.#sql;
	}

	/** Counts a thing. @returns how many are counted today, this one included; null, counting nothing, when `limit` others were */
	spend(act: LimitedAct, subject: string, limit: number, now: number): number | null {
		const day = Math.floor(now / DAY_MS);
		const sql = this.#table();
		sql.exec("delete from spent where day < ?", day);
		const counted = sql.exec("select 1 from spent where act = ? and subject = ?", act, subject).toArray();
		const { used } = sql.exec<{ used: number }>("select count(*) as used from spent where act = ?", act).one();
		if (counted.length > 0) return used;
		if (used >= limit) return null;
		sql.exec("insert into spent values (?, ?, ?)", act, subject, day);
		return used + 1;
	}

	/** Takes a thing back that came to nothing. @returns false, leaving it counted, when `most` were taken back today */
	giveBack(act: LimitedAct, subject: string, most: number, now: number): boolean {
		const day = Math.floor(now / DAY_MS);
		const sql = this.#table();
		const returned = `${act} returned`;
		const { used } = sql.exec<{ used: number }>("select count(*) as used from spent where act = ? and day = ?", returned, day).one();
		if (used >= most) return false;
		if (sql.exec("delete from spent where act = ? and subject = ? returning subject", act, subject).toArray().length === 0) return true;
		// The same thing may be begun and given up again: each time counts.
		sql.exec("insert into spent values (?, ?, ?)", returned, `${subject} ${used}`, day);
		return true;
	}
}

/** Seconds until the next UTC day, when all may be done anew. */
export const secondsLeftOfDay = (now: number): number => Math.ceil((DAY_MS - (now % DAY_MS)) / 1000);
