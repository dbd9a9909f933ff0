import { DurableObject } from "cloudflare:workers";
import type { CommentSignal } from "../contracts/live.ts";
import type { MessageSignal } from "../contracts/messages.ts";
import { leaveRoom, passOn, takeFrame } from "../workers/live/connection.ts";
import { LiveLog, type NewEvent } from "../workers/live/log.ts";
import { type LiveRpc, VIEWER_HEADER } from "../workers/live/protocol.ts";
import { attachedTo, Sockets } from "../workers/live/sockets.ts";
import { ConversationList, type Entry, type Folder, type ListPage } from "../workers/messages/list/store.ts";
import type { OutboxEvent } from "../workers/messages/outbox.ts";
import { type ConversationListRpc, tellReached, tellTyping } from "../workers/messages/protocol.ts";
import type { Env } from "../workers/platform/env.ts";
import type { Services } from "../workers/platform/services.ts";
import type { UserViewer } from "../workers/rules/viewer.ts";
import { servicesOf } from "../workers/services.ts";
import { InboxStore, type NewEntry, type StoredEntry, type Withdrawal } from "../workers/social/notifications/inbox-store.ts";
import type { InboxRpc } from "../workers/social/notifications/protocol.ts";

/** One user's notifications, the log of what their clients are told, and their sockets: a thin shell. Named by the user's id. */
export class Inbox extends DurableObject<Env> implements InboxRpc, LiveRpc, ConversationListRpc {
	readonly #services: Services;
	#store: InboxStore;
	#log: LiveLog;
	#sockets: Sockets;
	#conversations: ConversationList;

	constructor(ctx: DurableObjectState, env: Env) {
		super(ctx, env);
		this.#services = servicesOf(env);
		this.#store = new InboxStore(ctx.storage.sql);
		this.#log = new LiveLog(ctx.storage.sql);
		this.#sockets = new Sockets(ctx, this.#log);
		this.#conversations = new ConversationList(ctx.storage.sql);
	}

	/** Opens a socket for the viewer that the Worker made out. */
	override fetch(request: Request): Response {
		const viewer = JSON.parse(request.headers.get(VIEWER_HEADER) ?? "") as UserViewer;
		return new Response(null, { status: 101, webSocket: this.#sockets.accept(viewer, this.#services.clock()) });
	}

	override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
		return takeFrame(this.#services, this.#sockets, socket, message, {
			came: (userId) => tellReached(this.#services, userId, this.#conversations.reached()),
			typing: (userId, conversationId) => tellTyping(this.#services, userId, conversationId),
		});
	}

	override webSocketClose(socket: WebSocket): Promise<void> {
		return leaveRoom(this.#services, this.#sockets, socket);
	}

	/** A socket that broke off is closed by the runtime as well. */
	override webSocketError(socket: WebSocket): Promise<void> {
		return leaveRoom(this.#services, this.#sockets, socket);
	}

	/** Keeps events, each once per key, and tells all of the person's clients. Durable when it returns. */
	deliver(events: readonly NewEvent[]): void {
		this.#sockets.push(this.#log.append(events, this.#services.clock()));
	}

	/** Tells the person's clients something that is not kept. @returns whether any of them listens */
	async signal(signals: readonly CommentSignal[]): Promise<boolean> {
		const [viewer] = this.ctx.getWebSockets().map((socket) => attachedTo(socket).viewer);
		return viewer === undefined ? false : passOn(this.#services, this.#sockets, viewer.userId, signals);
	}

	/** Takes events of a conversation, each once and in order, and tells the person's clients. @returns whether any of them is connected */
	takeEvents(userId: string, conversationId: string, events: readonly OutboxEvent[]): boolean {
		const told = this.#conversations.take(userId, conversationId, events, this.#services.clock());
		this.deliver(told.map(({ n, replaces, event }) => ({ key: `${conversationId} ${n}`, replaces, event })));
		return this.#sockets.isHeard;
	}

	/** Tells the person's clients something that is not kept, unless it is of somebody they don't hear. @returns whether any of them is connected */
	takeSignal(signal: MessageSignal, fromIds: readonly string[]): boolean {
		if (fromIds.length === 1 && fromIds.some((userId) => this.#conversations.isUnheard(userId))) return this.#sockets.isHeard;
		return this.#sockets.tell(signal);
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

	/** Adds a notice once per key. @returns whether it was new */
	add(entry: NewEntry): boolean {
		const isNew = this.#store.add(entry);
		if (isNew) this.#tellUnread();
		return isNew;
	}

	/** Takes notices out for good. @param what `at` in milliseconds since 1970 */
	withdraw({ at, ...what }: Withdrawal & { readonly at: number }): void {
		if (this.#store.withdraw(what, at)) this.#tellUnread();
	}

	/** Newest first, from below `before`. `next` is null at the end. */
	list(limit: number, before: number | null): { entries: StoredEntry[]; unread: number; next: number | null } {
		return this.#store.list(limit, before);
	}

	/** Marks all up to and including `upTo` (all there are when null). @returns how many stay unread */
	markRead(upTo: number | null): number {
		if (this.#store.markRead(upTo)) this.#tellUnread();
		return this.#store.unread();
	}

	/** Forgets everything (account deletion). */
	async forget(): Promise<void> {
		this.#sockets.hangUp(null);
		await this.ctx.storage.deleteAll();
		this.#store = new InboxStore(this.ctx.storage.sql);
		this.#log = new LiveLog(this.ctx.storage.sql);
		this.#sockets = new Sockets(this.ctx, this.#log);
		this.#conversations = new ConversationList(this.ctx.storage.sql);
	}

	#tellUnread(): void {
		this.deliver([{ key: crypto.randomUUID(), replaces: "notices", event: { kind: "notices", unread: this.#store.unread() } }]);
	}
}
