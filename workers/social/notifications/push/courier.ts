import type { PushMessage } from "../../../../contracts/notifications.ts";
import type { UserSummary } from "../../../../contracts/users.ts";
import { loadSummaries } from "../../../lists/people.ts";
import type { Services } from "../../../platform/services.ts";
import { mayReach } from "../../../rules/people.ts";
import { relationsOf } from "../../../rules/relations.ts";
import type { InboxStore, StoredEntry } from "../inbox-store.ts";
import { URGENT } from "../settings/settings.ts";
import { pushOf, quietDigest } from "./message.ts";
import { type DuePush, PUSH_LIFETIME_MS, type PushOutbox, pauseMs, type Sending } from "./outbox.ts";
import type { Subscriptions } from "./subscriptions.ts";

/** What a courier works with: all of one person's inbox object. */
export interface Pushing {
	readonly services: Services;
	readonly userId: string;
	readonly store: InboxStore;
	readonly outbox: PushOutbox;
	readonly subscriptions: Subscriptions;
}

/**
 * Pushes what is due. Repeated after a failure it goes on where it was.
 * @param nightUntil until when only what is urgent may go out, milliseconds since 1970; null when all may
 * @returns when there is more to do, milliseconds since 1970; null for never
 */
export async function pushDue(pushing: Pushing, nightUntil: number | null): Promise<number | null> {
	const { services, outbox, subscriptions } = pushing;
	if (nightUntil !== null) holdBack(pushing, nightUntil);
	const due = outbox.due(services.clock());
	const messages = await inMessages(pushing, due);
	const endpoints = subscriptions.all().map(({ endpoint }) => endpoint);
	outbox.send(due, messages, endpoints, services.clock());
	for (const sending of outbox.sendingDue(services.clock())) await hand(pushing, sending);
	return outbox.nextAt();
}

/** What is due and can wait does so; that a push service did not take yesterday's push is no reason to wake anybody either. */
function holdBack({ services, outbox, store }: Pushing, until: number): void {
	const now = services.clock();
	for (const { noticeId } of outbox.due(now)) {
		const type = store.entry(noticeId)?.type;
		if (type !== undefined && !URGENT.includes(type)) outbox.hold(noticeId, until);
	}
	for (const { id, message } of outbox.sendingDue(now)) {
		if (message.notice === undefined || !URGENT.includes(message.notice.type)) outbox.postpone(id, until);
	}
}

/** What is due in words, as it is now: what was read or withdrawn meanwhile is not told any more. */
async function inMessages({ services, userId, store }: Pushing, due: readonly DuePush[]): Promise<PushMessage[]> {
	const told = due.flatMap(({ noticeId, isHeld }) => {
		const entry = store.entry(noticeId);
		return entry === null || entry.read ? [] : [{ entry, isHeld }];
	});
	if (told.length === 0) return [];
	const known = await nameable(
		services,
		userId,
		told.flatMap(({ entry }) => entry.actorIds),
	);
	const allowed = told.filter(({ entry }) => entry.actorIds.length === 0 || entry.actorIds.some((id) => known.has(id)));
	const held = allowed.filter(({ isHeld }) => isHeld).map(({ entry }) => entry);
	const single = (entry: StoredEntry) => {
		const actors = entry.actorIds.flatMap((id) => known.get(id) ?? []);
		return pushOf(entry, actors, store.unread());
	};
	const digest = held.length > 1 ? [quietDigest(held, store.unread())] : held.map(single);
	return [...digest, ...allowed.filter(({ isHeld }) => !isHeld).map(({ entry }) => single(entry))];
}

/** People by id, without who is gone, and who is muted, or blocked either way. */
async function nameable(services: Services, userId: string, ids: readonly string[]): Promise<Map<string, UserSummary>> {
	if (ids.length === 0) return new Map();
	const [people, relations] = await Promise.all([loadSummaries(services, ids), relationsOf(services, { kind: "user", userId })]);
	return new Map([...people].filter(([id]) => mayReach(relations, id)));
}

/** Hands one message to one push service; one that is not taken is tried again later, unless its browser is gone. */
async function hand({ services, userId, outbox, subscriptions }: Pushing, { id, endpoint, message, failures }: Sending): Promise<void> {
	const address = subscriptions.all().find((subscription) => subscription.endpoint === endpoint);
	if (address === undefined) return outbox.dropEndpoint(endpoint);
	const options = { ttlSeconds: PUSH_LIFETIME_MS / 1_000, topic: message.tag.slice(0, 32) };
	const outcome = await services.push.send(address, JSON.stringify(message), options);
	if (outcome.kind === "taken") return outbox.done(id);
	if (outcome.kind === "gone") {
		subscriptions.removeEndpoint(endpoint);
		services.log.info("push_subscription_gone", { userId });
		return outbox.dropEndpoint(endpoint);
	}
	services.log.warn("push_not_taken", { userId, why: outcome.why, failures: failures + 1 });
	if (outcome.kind === "refused") return outbox.done(id);
	// Whatever it asks for: after that the message is no news any more, and no alarm can be set to the end of time.
	const wait = Math.min(Math.max(outcome.afterMs ?? 0, pauseMs(failures + 1)), PUSH_LIFETIME_MS);
	outbox.again(id, services.clock() + wait);
}
