import type { IncomingMessage, ServerResponse } from "node:http";
import { NOTIFICATION_FILTERS, type NotificationFilterName, type NotificationType } from "../../../contracts/notification-types.ts";
import { type Notification, type NotificationSettings, PushSubscriptionInput, SettingsChange } from "../../../contracts/notifications.ts";
import { changed, DEFAULTS } from "../../../workers/social/notifications/settings/settings.ts";
import { json, nothing, problem } from "./contract.ts";
import { PEOPLE } from "./fake-catalogue.ts";

/** A key of P-256, as browsers subscribe with. */
const PUBLIC_KEY = "BIfHEZfnm3pEfotMs2778918wDPkzaJZ9Xm2pVObgUlGtDT6wkHlgcvIAKLMFro0BMNqcoNntNcV5hqLvhJovI8";

export const note = (
	id: string,
	type: NotificationType,
	text: string,
	who: readonly number[],
	read: boolean,
	minutes: number,
	count = who.length,
) => {
	const actors = who
		.flatMap((index) => PEOPLE[index] ?? [])
		.map(({ id: userId, username, displayName, avatarUrl, verified }) => ({
			id: userId,
			username,
			displayName,
			avatarUrl,
			verified,
		}));
	return {
		id,
		type,
		text,
		actor: actors[0] ?? null,
		actors,
		actorCount: count,
		videoId: type === "follow" ? null : "1001",
		commentId: type === "comment" ? "9000" : null,
		conversationId: null,
		read,
		createdAt: new Date(Date.now() - minutes * 60_000).toISOString(),
	};
};

const NOTES = () => [
	note("5", "video_ready", "“Tiny tea ritual” is up.", [], false, 3),
	note("4", "like", "@mina and 12 others liked “Tiny tea ritual”", [0, 1, 2], false, 18, 13),
	note("3", "follow", "Jonas Weber follows you.", [1], true, 200),
	note("2", "comment", "Lucía Prado: “Which tea is it?”", [2], true, 1500),
	note("1", "video_failed", "“Untitled” couldn't be processed: it ends in the middle.", [], true, 9000),
];

/** What somebody set of their notifications, kept by the Worker's own rules. */
export class FakeNotifications {
	settings: Omit<NotificationSettings, "push"> = DEFAULTS;
	/** Null where push is not set up. */
	publicKey: string | null = PUBLIC_KEY;
	subscription: PushSubscriptionInput | null = null;
	/** Newer than those that are always there. */
	more: Notification[] = [];
	muted: string[] = [];

	get answer(): { settings: NotificationSettings } {
		const here = this.subscription !== null;
		return { settings: { ...this.settings, push: { publicKey: this.publicKey, here, devices: here ? 1 : 0 } } };
	}
}

interface Held {
	readonly notifications: FakeNotifications;
	readonly account: { readonly username: string } | null;
}

const ROOT = "/api/v1/notifications";

/** @returns false for what is none of this */
export function answerNotifications(request: IncomingMessage, response: ServerResponse, url: URL, body: Buffer, state: Held): boolean {
	const { pathname, searchParams } = url;
	const held = state.notifications;
	const call = `${request.method} ${pathname.slice(ROOT.length)}`;
	if (!pathname.startsWith(ROOT)) return false;
	const mutedName = /^\w+ \/muted\/@?(.+)$/.exec(call)?.[1];
	if (call === "GET ") {
		const types: readonly string[] = NOTIFICATION_FILTERS[(searchParams.get("filter") ?? "all") as NotificationFilterName];
		const notifications =
			state.account?.username === "fresh" ? [] : [...state.notifications.more, ...NOTES()].filter(({ type }) => types.includes(type));
		json(response, { notifications, unread: 2, nextCursor: null });
	} else if (call === "POST /read") json(response, { unread: 0 });
	else if (call === "GET /4/people") json(response, { users: note("4", "like", "", [0, 1, 2], true, 0).actors, nextCursor: null });
	else if (call === "GET /settings") json(response, held.answer);
	else if (call === "PATCH /settings") {
		held.settings = changed(held.settings, SettingsChange.parse(JSON.parse(body.toString())));
		json(response, held.answer);
	} else if (call === "GET /muted") {
		json(response, {
			users: PEOPLE.filter(({ id }) => held.muted.includes(id)).map(({ id, username, displayName, avatarUrl, verified }) => ({
				id,
				username,
				displayName,
				avatarUrl,
				verified,
			})),
		});
	} else if (mutedName !== undefined) {
		const person = PEOPLE.find(({ id, username }) => id === mutedName || username === mutedName);
		if (person === undefined) problem(response, "user_not_found", "There is no such user. The name may have a typo.");
		else {
			held.muted = held.muted.filter((id) => id !== person.id);
			if (request.method === "PUT") held.muted.push(person.id);
			nothing(response);
		}
	} else if (call === "PUT /push") {
		held.subscription = PushSubscriptionInput.parse(JSON.parse(body.toString()));
		nothing(response);
	} else if (call === "DELETE /push") {
		held.subscription = null;
		nothing(response);
	} else if (call === "POST /mail/unsubscribe") {
		if (searchParams.get("token") === "good") json(response, { list: "digest" });
		else problem(response, "link_expired", "This link was used before, or is too old. Ask for a new one.");
	} else return false;
	return true;
}
