import type { PushSubscriptionInput } from "../../../../contracts/notifications.ts";

/** Browsers of one person that are pushed to; the one that subscribed first makes room for one more. */
export const SUBSCRIPTIONS_MAX = 20;

export interface Subscription extends PushSubscriptionInput {
	readonly sessionId: string;
}

/** A person's push subscriptions, one a session, in their inbox object's own SQLite. */
export class Subscriptions {
	readonly #sql: Pick<SqlStorage, "exec">;
	/** Asked with every message that comes: kept in mind. */
	#count: number | null = null;

	constructor(sql: Pick<SqlStorage, "exec">) {
		this.#sql = sql;
		sql.exec(`CREATE TABLE IF NOT EXISTS push_subscriptions (
			session_id TEXT PRIMARY KEY,
			endpoint TEXT NOT NULL UNIQUE,
			p256dh TEXT NOT NULL,
			auth TEXT NOT NULL,
			at INTEGER NOT NULL
		)`);
	}

	/** A browser that signed in anew keeps its address: it belongs to the session that told it last. */
	put({ sessionId, endpoint, keys }: Subscription, at: number): void {
		this.#count = null;
		this.#sql.exec("DELETE FROM push_subscriptions WHERE endpoint = ? OR session_id = ?", endpoint, sessionId);
		this.#sql.exec("INSERT INTO push_subscriptions VALUES (?, ?, ?, ?, ?)", sessionId, endpoint, keys.p256dh, keys.auth, at);
		const beyond = "SELECT session_id FROM push_subscriptions ORDER BY at DESC, session_id LIMIT -1 OFFSET ?";
		this.#sql.exec(`DELETE FROM push_subscriptions WHERE session_id IN (${beyond})`, SUBSCRIPTIONS_MAX);
	}

	get count(): number {
		this.#count ??= this.#sql.exec<{ found: number }>("SELECT count(*) AS found FROM push_subscriptions").one().found;
		return this.#count;
	}

	all(): Subscription[] {
		return this.#sql
			.exec<{ session_id: string; endpoint: string; p256dh: string; auth: string }>(
				"SELECT session_id, endpoint, p256dh, auth FROM push_subscriptions ORDER BY at",
			)
			.toArray()
			.map(({ session_id, endpoint, p256dh, auth }) => ({ sessionId: session_id, endpoint, keys: { p256dh, auth } }));
	}

	removeSession(sessionId: string): void {
		this.#count = null;
		this.#sql.exec("DELETE FROM push_subscriptions WHERE session_id = ?", sessionId);
	}

	/** Its push service says that it is gone. */
	removeEndpoint(endpoint: string): void {
		this.#count = null;
		this.#sql.exec("DELETE FROM push_subscriptions WHERE endpoint = ?", endpoint);
	}
}
