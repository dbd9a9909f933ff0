import type { Services } from "../../platform/services.ts";
import type { NewEntry, StoredEntry, Withdrawal } from "./inbox-store.ts";

/** What a user's inbox object can be asked. */
export interface InboxRpc extends Rpc.DurableObjectBranded {
	/** Adds a notice once per key. @returns whether it was new */
	add(entry: NewEntry): boolean;
	/** Takes notices out for good. @param what `at` in milliseconds since 1970 */
	withdraw(what: Withdrawal & { readonly at: number }): void;
	/** Newest first, from below `before`. `next` is null at the end. */
	list(limit: number, before: number | null): { entries: StoredEntry[]; unread: number; next: number | null };
	/** Marks all up to and including `upTo` (all there are when null). @returns how many stay unread */
	markRead(upTo: number | null): number;
	/** Forgets everything (account deletion). */
	forget(): Promise<void>;
}

export const inboxOf = ({ objects }: Pick<Services, "objects">, userId: string): DurableObjectStub<InboxRpc> =>
	objects.inbox<InboxRpc>(userId);
