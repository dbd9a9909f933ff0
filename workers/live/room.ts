/** Who is told of a video's comments, at most: each is one call. Whoever finds the room full asks now and then instead. */
export const ROOM_MAX = 1_000;

/** Who has a video's comments open, and until when, in the object's own SQLite. */
export class Room {
	readonly #sql: Pick<SqlStorage, "exec">;

	constructor(sql: Pick<SqlStorage, "exec">) {
		this.#sql = sql;
		sql.exec("CREATE TABLE IF NOT EXISTS members (user_id TEXT PRIMARY KEY, until INTEGER NOT NULL)");
	}

	/** @param until milliseconds since 1970 @returns false when the room is full */
	join(userId: string, until: number, now: number): boolean {
		if (!this.#isMember(userId) && this.members(now).length >= ROOM_MAX) return false;
		this.#sql.exec("INSERT INTO members (user_id, until) VALUES (?1, ?2) ON CONFLICT (user_id) DO UPDATE SET until = ?2", userId, until);
		return true;
	}

	leave(userId: string): void {
		this.#sql.exec("DELETE FROM members WHERE user_id = ?", userId);
	}

	/** Those whose lease holds; the others are forgotten. */
	members(now: number): string[] {
		this.#sql.exec("DELETE FROM members WHERE until <= ?", now);
		return this.#sql
			.exec<{ user_id: string }>("SELECT user_id FROM members ORDER BY user_id")
			.toArray()
			.map(({ user_id }) => user_id);
	}

	/** When the last lease ends, milliseconds since 1970; null for an empty room. */
	lastUntil(): number | null {
		return this.#sql.exec<{ until: number | null }>("SELECT max(until) AS until FROM members").toArray()[0]?.until ?? null;
	}

	#isMember(userId: string): boolean {
		return this.#sql.exec("SELECT 1 FROM members WHERE user_id = ?", userId).toArray().length > 0;
	}
}
