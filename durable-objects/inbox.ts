import { DurableObject } from "cloudflare:workers";
import type { CommentSignal } from "../contracts/live.ts";
import type { Message, MessageSignal } from "../contracts/messages.ts";
import type { NotificationType } from "../contracts/notification-types.ts";
import type { SettingsChange } from "../contracts/notifications.ts";
import { leaveRoom, passOn, takeFrame } from "../workers/live/connection.ts";
import { LiveLog, type NewEvent } from "../workers/live/log.ts";
import { type LiveRpc, VIEWER_HEADER } from "../workers/live/protocol.ts";
import { Sockets } from "../workers/live/sockets.ts";
import { ConversationList, type Entry, type Folder, type ListPage } from "../workers/messages/list/store.ts";
import { NOTICE_AFTER_MS, noticeKey, noticeOf } from "../workers/messages/notice.ts";
import type { OutboxEvent } from "../workers/messages/outbox.ts";
import { type ConversationListRpc, tellReached, tellTyping } from "../workers/messages/protocol.ts";
import { Alarms, alarmsUnder } from "../workers/platform/alarms.ts";
import type { Env } from "../workers/platform/env.ts";
import type { Services } from "../workers/platform/services.ts";
import type { UserViewer } from "../workers/rules/viewer.ts";
import { servicesOf } from "../workers/services.ts";
import type { NewEntry, StoredEntry, Withdrawal } from "../workers/social/notifications/inbox-store.ts";
import { type NoticeAlarm, Notices, type Standing } from "../workers/social/notifications/notices.ts";
import type { InboxRpc } from "../workers/social/notifications/protocol.ts";
import type { Subscription } from "../workers/social/notifications/push/subscriptions.ts";

/** One user's notices, the log of what their clients are told, and their sockets: a thin shell. Named by the user's id. */
export class Inbox extends DurableObject<Env> implements InboxRpc, LiveRpc, ConversationListRpc {
	readonly #services: Services;
	readonly #alarms: Alarms<NoticeAlarm>;
	#notices: Notices;
	#log: LiveLog;
	#sockets: Sockets;
	#conversations: ConversationList;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#services = servicesOf(env);
		const handlers = {
			push: () => this.#notices.push(),
			mail: () => this.#notices.mail(),
			digest: () => this.#notices.digest(),
		};
		this.#alarms = new Alarms(alarmsUnder(ctx.storage), handlers, this.#services);
		this.#log = new LiveLog(ctx.storage.sql);
		this.#sockets = new Sockets(ctx, this.#log);
		this.#conversations = new ConversationList(ctx.storage.sql);
		this.#notices = this.#openNotices();
	}

	/** Opens a socket for the viewer that the Worker made out. */
	override fetch(request: Request): Response {
		const viewer = JSON.parse(request.headers.get(VIEWER_HEADER) ?? "") as UserViewer;
		return new Response(null, { status: 101, webSocket: this.#sockets.accept(viewer, this.#services.clock()) });
	}

	override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
		return takeFrame(this.#services, this.#sockets, socket, message, {
			came: (userId) => tellReached(this.#services, userId, this.#conversations.reached()),
			// No object is asked for by an id that somebody made up.
			typing: async (userId, conversationId) => {
				if (this.#conversations.has(conversationId)) await tellTyping(this.#services, userId, conversationId);
			},
		});
	}

	override webSocketClose(socket: WebSocket): Promise<void> {
		return leaveRoom(this.#services, this.#sockets, socket);
	}

	/** A socket that broke off is closed by the runtime as well. */
	override webSocketError(socket: WebSocket): Promise<void> {
		return leaveRoom(this.#services, this.#sockets, socket);
	}

	override alarm(): Promise<void> {
		return this.#alarms.ring();
	}

	/** Keeps events, each once per key, and tells all of the person's clients. Durable when it returns. */
	deliver(events: readonly NewEvent[]): void {
		this.#sockets.push(this.#log.append(events, this.#services.clock()));
	}

	/** Tells the person's clients something that is not kept. @returns whether any of them listens */
	signal(signals: readonly CommentSignal[]): Promise<boolean> {
		return passOn(this.#services, this.#sockets, this.#userId, signals);
	}

	/** Takes events of a conversation, each once and in order, and tells the person's clients. @returns whether any of them is connected */
	takeEvents(userId: string, conversationId: string, events: readonly OutboxEvent[]): boolean {
		const told = this.#conversations.take(userId, conversationId, events, this.#services.clock());
		this.deliver(told.map(({ n, replaces, event }) => ({ key: `${conversationId} ${n}`, replaces, event })));
		if (this.#notices.isPushed) this.#pushMessages(userId, conversationId, told);
		return this.#sockets.isHeard;
	}

	/** Of many messages at once the last is told; what is read, on any device, or taken back is told no more. */
	#pushMessages(userId: string, conversationId: string, told: readonly OutboxEvent[]): void {
		const now = this.#services.clock();
		const events = told.map(({ event }) => event);
		if (events.some(({ kind }) => kind === "conversation_read")) this.#notices.withdraw({ conversationId }, now);
		for (const event of events) {
			const isUnsent = event.kind === "message_changed" && event.message.content.type === "unsent";
			if (isUnsent) this.#notices.withdraw({ key: noticeKey(event.message) }, now);
		}
		const last = events.findLast((event) => event.kind === "message");
		const entry = this.#conversations.entry(conversationId, now);
		if (last === undefined || entry === null || entry.unread === 0) return;
		const notice = noticeOf(last.message, entry, userId, now);
		if (notice !== null) this.#notices.add({ ...notice, at: now }, NOTICE_AFTER_MS);
	}

	/** Tells the person's clients something that is not kept, unless it is of somebody they don't hear. @returns whether any of them is connected */
	takeSignal(signal: MessageSignal, fromIds: readonly string[]): boolean {
		if (fromIds.length === 1 && fromIds.some((userId) => this.#conversations.isUnheard(userId))) return this.#sockets.isHeard;
		return this.#sockets.tell([signal]);
	}

	/** Shows the person's clients what was just written, before they are told it in order. @returns whether any of them is connected */
	takeAhead(messages: readonly Message[]): boolean {
		const heard = this.#conversations.heard(messages.map((message) => ({ kind: "message", message })));
		return this.#sockets.tell(heard.filter((event) => event.kind === "message"));
	}

	conversations(folder: Folder, limit: number, after: { readonly at: number; readonly id: string } | null): ListPage {
		return this.#conversations.page(folder, limit, after, this.#services.clock());
	}

	/** Null when it is in neither of the person's lists. */
	conversation(conversationId: string): Entry | null {
		return this.#conversations.entry(conversationId, this.#services.clock());
	}

	/** @param until milliseconds since 1970; null for no mute @returns false when it is in neither list */
	muteConversation(conversationId: string, until: number | null): boolean {
		if (!this.#conversations.mute(conversationId, until)) return false;
		const mutedUntil = until === null ? null : new Date(until).toISOString();
		const event = { kind: "conversation_muted", conversationId, mutedUntil } as const;
		this.deliver([{ key: crypto.randomUUID(), replaces: `muted ${conversationId}`, event }]);
		return true;
	}

	/** Nothing of this person's is heard in groups any more, or again. */
	hearOf(otherId: string, isBlocked: boolean): void {
		this.#conversations.setUnheard(otherId, isBlocked);
	}

	/** All conversations this person is in, or was. */
	conversationIds(): string[] {
		return this.#conversations.ids();
	}

	/** Closes the sockets of these sessions, of all when none are named. */
	hangUp(sessionIds: readonly string[] | null): void {
		this.#sockets.hangUp(sessionIds);
	}

	/** Takes a happening in, once per key, as far as its user wants to be told. @returns whether it is told in any way */
	add(entry: NewEntry): boolean {
		return this.#notices.add(entry);
	}

	/** Takes notices out for good. @param what `at` in milliseconds since 1970 */
	withdraw({ at, ...what }: Withdrawal & { readonly at: number }): void {
		this.#notices.withdraw(what, at);
	}

	/** Newest first, from below the place `before`, of these types. `next` is null at the end. */
	list(
		limit: number,
		before: number | null,
		types: readonly NotificationType[] | null = null,
	): { entries: StoredEntry[]; unread: number; next: number | null } {
		return this.#notices.list(limit, before, types);
	}

	/** Who did what a notice tells of, the last first; null when it is gone. */
	actors(id: number, limit: number, before: { readonly at: number; readonly id: string } | null): { id: string; at: number }[] | null {
		return this.#notices.actors(id, limit, before);
	}

	/** Marks all up to and including the notice `upTo` (all there are when null). @returns how many stay unread */
	markRead(upTo: number | null): number {
		return this.#notices.markRead(upTo);
	}

	/** What the user set. @param sessionId of the browser that asks */
	standing(sessionId: string): Standing {
		return this.#notices.standing(sessionId);
	}

	/** @param origin where the user uses the app: links in mails lead there; null leaves what is known */
	changeSettings(change: SettingsChange, origin: string | null): void {
		this.#knowOwner();
		this.#notices.change(change, origin);
	}

	/** Of whom the user is told nothing, latest first. */
	muted(): string[] {
		return this.#notices.muted();
	}

	/** @returns false when there is no room for another */
	mute(userId: string): boolean {
		return this.#notices.mute(userId);
	}

	unmute(userId: string): void {
		this.#notices.unmute(userId);
	}

	/** Pushes to this browser from now on, while its session lasts. */
	subscribe(subscription: Subscription): void {
		this.#knowOwner();
		this.#notices.subscribe(subscription);
	}

	/** Pushes to the browsers of these sessions no more. */
	unsubscribe(sessionIds: readonly string[]): void {
		this.#notices.unsubscribe(sessionIds);
	}

	/** Forgets everything (account deletion). */
	async forget(): Promise<void> {
		this.#sockets.hangUp(null);
		this.#alarms.forget();
		await this.ctx.storage.deleteAll();
		this.#log = new LiveLog(this.ctx.storage.sql);
		this.#sockets = new Sockets(this.ctx, this.#log);
		this.#conversations = new ConversationList(this.ctx.storage.sql);
		this.#notices = this.#openNotices();
	}

	#openNotices(): Notices {
		return new Notices({
			services: this.#services,
			storage: this.ctx.storage,
			userId: () => this.#userId,
			tellUnread: (unread) => this.deliver([{ key: crypto.randomUUID(), replaces: "notices", event: { kind: "notices", unread } }]),
			wake: (alarm, at) => {
				this.#knowOwner();
				if (at === null) this.#alarms.clear(alarm);
				else this.#alarms.set(alarm, at);
			},
		});
	}

	/** An alarm does not say whose object it wakes: what may set one keeps the name. */
	#knowOwner(): void {
		const { id, storage } = this.ctx;
		if (id.name !== undefined && storage.kv.get("owner") === undefined) storage.kv.put("owner", id.name);
	}

	get #userId(): string {
		const userId = this.ctx.id.name ?? this.ctx.storage.kv.get<string>("owner");
		if (userId === undefined) throw new Error("this inbox was not told whose it is");
		return userId;
	}
}
