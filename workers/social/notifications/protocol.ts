import type { NotificationType } from "../../../contracts/notification-types.ts";
import type { SettingsChange } from "../../../contracts/notifications.ts";
import type { Services } from "../../platform/services.ts";
import type { NewEntry, StoredEntry, Withdrawal } from "./inbox-store.ts";
import type { Standing } from "./notices.ts";
import type { Subscription } from "./push/subscriptions.ts";

/** What a user's inbox object can be asked of their notices. */
export interface InboxRpc extends Rpc.DurableObjectBranded {
	/** Takes a happening in, once per key, as far as its user wants to be told. @returns whether it is told in any way */
	add(entry: NewEntry): boolean;
	/** Takes notices out for good. @param what `at` in milliseconds since 1970 */
	withdraw(what: Withdrawal & { readonly at: number }): void;
	/** Newest first, from below the place `before`, of these types. `next` is null at the end. */
	list(
		limit: number,
		before: number | null,
		types?: readonly NotificationType[],
	): { entries: StoredEntry[]; unread: number; next: number | null };
	/** Who did what a notice tells of, the last first; null when it is gone. */
	actors(id: number, limit: number, before: { readonly at: number; readonly id: string } | null): { id: string; at: number }[] | null;
	/** Marks all up to and including the notice `upTo` (all there are when null). @returns how many stay unread */
	markRead(upTo: number | null): number;
	/** What the user set. @param sessionId of the browser that asks */
	standing(sessionId: string): Standing;
	/** @param origin where the user uses the app: links in mails lead there; null leaves what is known */
	changeSettings(change: SettingsChange, origin: string | null): void;
	/** Of whom the user is told nothing, latest first. */
	muted(): string[];
	/** @returns false when there is no room for another */
	mute(userId: string): boolean;
	unmute(userId: string): void;
	/** Pushes to this browser from now on, while its session lasts. */
	subscribe(subscription: Subscription): void;
	/** Pushes to the browsers of these sessions no more. */
	unsubscribe(sessionIds: readonly string[]): void;
	/** Forgets everything (account deletion). */
	forget(): Promise<void>;
}

export const inboxOf = ({ objects }: Pick<Services, "objects">, userId: string): DurableObjectStub<InboxRpc> =>
	objects.inbox<InboxRpc>(userId);
