import { DurableObject } from "cloudflare:workers";
import type { Env } from "../workers/platform/env.ts";
import { InboxStore, type NewEntry, type StoredEntry, type Withdrawal } from "../workers/social/notifications/inbox-store.ts";
import type { InboxRpc } from "../workers/social/notifications/protocol.ts";

/** One user's notifications, strongly consistent: a thin shell over `InboxStore`. Named by the user's id. */
export class Inbox extends DurableObject<Env> implements InboxRpc {
	#store: InboxStore;

	constructor(state: DurableObjectState, env: Env) {
		super(state, env);
		this.#store = new InboxStore(state.storage.sql);
	}

	/** Adds a notice once per key. @returns whether it was new */
	add(entry: NewEntry): boolean {
		return this.#store.add(entry);
	}

	/** Takes notices out for good. @param what `at` in milliseconds since 1970 */
	withdraw({ at, ...what }: Withdrawal & { readonly at: number }): void {
		this.#store.withdraw(what, at);
	}

	/** Newest first, from below `before`. `next` is null at the end. */
	list(limit: number, before: number | null): { entries: StoredEntry[]; unread: number; next: number | null } {
		return this.#store.list(limit, before);
	}

	/** Marks all up to and including `upTo` (all there are when null). @returns how many stay unread */
	markRead(upTo: number | null): number {
		return this.#store.markRead(upTo);
	}

	/** Forgets everything (account deletion). */
	async forget(): Promise<void> {
		await this.ctx.storage.deleteAll();
		this.#store = new InboxStore(this.ctx.storage.sql);
	}
}
