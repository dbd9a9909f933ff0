import { batch, signal } from "@preact/signals";
import { account } from "../account/session.ts";
import type { VideoCard } from "../api/feeds.ts";
import type { ConversationDetails, Mark, Member, Message, MessageEvent } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import { ApiError } from "../api/problem.ts";
import * as videos from "../api/videos.ts";
import { conversationOf, fetchConversation, keepConversation, tookRead } from "./conversations.ts";
import { meet } from "./people.ts";
import { NO_THREAD, type Thread, withArrived, withChanged, withNewest, withPage } from "./thread.ts";

/** Rooms kept at hand, so that going back and forth reads nothing anew. */
const KEPT = 8;
/** Changes of who is in it, and what may be done, that come at once are read in one go, milliseconds. */
const GATHER_MS = 300;

/** A shared video's card; null when this person can't see it. */
export type SharedVideo = VideoCard | null;

/** One conversation while it is open, and for a while after. */
export class Room {
	readonly id: string;
	readonly state = signal<"loading" | "ready" | "failed">("loading");
	readonly error = signal<unknown>(null);
	readonly thread = signal<Thread>(NO_THREAD);
	readonly members = signal<readonly Member[]>([]);
	readonly marks = signal<ReadonlyMap<string, Mark>>(new Map());
	readonly link = signal<ConversationDetails["link"]>(null);
	readonly joinRequests = signal(0);
	readonly videos = signal<ReadonlyMap<string, SharedVideo>>(new Map());
	/** The divider of what is new stands after this one; null for none. Stays while one reads. */
	readonly unreadAfter = signal<number | null>(null);
	/** Messages that came while older ones are looked at. */
	readonly missed = signal(0);
	readonly #busy = new Set<"older" | "newer">();
	/** All up to here was listed or told in order; what was sent from here may lie beyond. */
	#syncedSeq = 0;
	#readSeq = 0;
	#refreshing: ReturnType<typeof setTimeout> | undefined;

	constructor(id: string) {
		this.id = id;
		void this.load();
	}

	/** Reads the conversation and its newest messages. */
	async load(): Promise<void> {
		this.state.value = this.thread.peek().messages.length > 0 ? "ready" : "loading";
		try {
			const details = await fetchConversation(this.id);
			const page = details.conversation.lastSeq > 0 ? await api.listMessages(this.id) : null;
			batch(() => {
				this.#took(details);
				const { readSeq, unread, standing } = details.conversation;
				if (this.unreadAfter.peek() === null && unread > 0 && standing !== "requested") this.unreadAfter.value = readSeq;
				if (page) this.#tookPage(page, (thread) => withNewest(thread, page));
				this.state.value = "ready";
				this.error.value = null;
			});
		} catch (error) {
			this.error.value = error;
			if (isGone(error) || this.thread.peek().messages.length === 0) this.state.value = "failed";
		}
	}

	/** Reads who is in it, and what may be done, anew. */
	async refreshDetails(): Promise<void> {
		const details = await fetchConversation(this.id);
		batch(() => this.#took(details));
	}

	/** Reads what came since. Without a live socket it is asked for now and then. */
	async catchUp(): Promise<void> {
		if (this.state.peek() !== "ready") return this.load();
		if (this.thread.peek().hasNewer) return this.refreshDetails();
		const details = await fetchConversation(this.id);
		// The newest as a whole: also what was changed and taken back of them.
		const page = details.conversation.lastSeq > 0 ? await api.listMessages(this.id) : null;
		batch(() => {
			this.#took(details);
			if (page) this.#tookPage(page, (thread) => withNewest(thread, page));
		});
	}

	/** Joins the next page at one end. */
	async more(side: "older" | "newer"): Promise<void> {
		const { messages, hasOlder, hasNewer } = this.thread.peek();
		const edge = side === "older" ? messages[0]?.seq : messages.at(-1)?.seq;
		if (edge === undefined || !(side === "older" ? hasOlder : hasNewer) || this.#busy.has(side)) return;
		this.#busy.add(side);
		try {
			const page = await api.listMessages(this.id, side === "older" ? { before: edge } : { after: edge });
			this.#tookPage(page, (thread) => withPage(thread, page, side));
		} finally {
			this.#busy.delete(side);
		}
	}

	/** Brings a message to hand. Answers whether it is. */
	async bring(seq: number): Promise<boolean> {
		const isThere = () => this.thread.peek().messages.some((message) => message.seq === seq);
		if (isThere()) return true;
		const page = await api.listMessages(this.id, { around: seq });
		this.#tookPage(page, () => page);
		return isThere();
	}

	/** Back to the newest. */
	async toNewest(): Promise<void> {
		this.missed.value = 0;
		if (!this.thread.peek().hasNewer) return;
		const page = await api.listMessages(this.id);
		this.#tookPage(page, () => page);
	}

	sent(message: Message): void {
		this.thread.value = withArrived(this.thread.peek(), message);
	}
	changed(message: Message): void {
		this.thread.value = withChanged(this.thread.peek(), message);
	}

	take(event: MessageEvent): void {
		if (event.kind === "message") {
			const { message } = event;
			if (message.seq <= this.#syncedSeq && this.thread.peek().messages.some(({ seq }) => seq === message.seq)) return;
			this.#syncedSeq = Math.max(this.#syncedSeq, message.seq);
			if (this.thread.peek().hasNewer) this.missed.value++;
			this.sent(message);
			void this.#fetchVideos([message]);
			if (message.content.type === "system") this.#refreshSoon();
		} else if (event.kind === "message_changed") this.changed(event.message);
		else if (event.kind === "conversation_changed") this.#refreshSoon();
		else if (event.kind === "join_requested") this.joinRequests.value++;
	}

	/** A message that its event will tell of as well. */
	foresee(message: Message): void {
		this.sent(message);
		this.bringVideo(message);
	}

	/** What changes at once, as when several join, is read in one go. What can't be read is told with the next change. */
	#refreshSoon(): void {
		clearTimeout(this.#refreshing);
		this.#refreshing = setTimeout(() => void this.refreshDetails().catch(() => undefined), GATHER_MS);
	}

	takeMarks(marks: readonly Mark[]): void {
		const grown = new Map(this.marks.peek());
		for (const mark of marks) {
			const had = grown.get(mark.userId);
			grown.set(mark.userId, {
				userId: mark.userId,
				deliveredSeq: Math.max(had?.deliveredSeq ?? 0, mark.deliveredSeq),
				readSeq: Math.max(had?.readSeq ?? 0, mark.readSeq),
			});
		}
		this.marks.value = grown;
	}

	/** All that is at hand was seen. */
	async read(): Promise<void> {
		const conversation = conversationOf(this.id);
		const seq = this.thread.peek().messages.at(-1)?.seq ?? 0;
		// Whose request was not answered is not told that it was read.
		if (!conversation || conversation.standing === "requested" || this.thread.peek().hasNewer) return;
		if (seq <= Math.max(this.#readSeq, conversation.readSeq) && conversation.unread === 0) return;
		if (seq <= this.#readSeq) return;
		this.#readSeq = seq;
		try {
			const { readSeq, unread } = await api.readConversation(this.id, seq);
			tookRead(this.id, readSeq, unread);
		} catch {
			// Said with the next one that is read, or when the conversation is opened again.
			this.#readSeq = 0;
		}
	}

	#took({ conversation, people, members, marks, link, joinRequests }: ConversationDetails): void {
		meet(people);
		keepConversation(conversation);
		this.members.value = members;
		this.takeMarks(marks);
		this.link.value = link;
		this.joinRequests.value = joinRequests;
	}

	#tookPage(page: api.MessagePage, change: (thread: Thread) => Thread): void {
		batch(() => {
			meet(page.people);
			this.thread.value = change(this.thread.peek());
			if (!page.hasNewer) this.#syncedSeq = Math.max(this.#syncedSeq, page.messages.at(-1)?.seq ?? 0);
			const shared = new Map<string, SharedVideo>(this.videos.peek());
			// What the answer does not bring along can't be seen by this person.
			for (const { content } of page.messages) if (content.type === "video") shared.set(content.videoId, null);
			for (const card of page.videos) shared.set(card.id, card);
			this.videos.value = shared;
		});
	}

	async #fetchVideos(messages: readonly Message[]): Promise<void> {
		for (const { content } of messages) {
			if (content.type !== "video" || this.videos.peek().has(content.videoId)) continue;
			const card = await videos.getVideo(content.videoId).then(
				({ video }) => video,
				(error: unknown) => (error instanceof ApiError && error.status === 404 ? null : undefined),
			);
			if (card !== undefined) this.videos.value = new Map(this.videos.peek()).set(content.videoId, card);
		}
	}

	/** One's own that carries a video is shown with its card as well. */
	bringVideo(message: Message): void {
		void this.#fetchVideos([message]);
	}
}

export const isGone = (error: unknown): boolean => error instanceof ApiError && (error.status === 404 || error.status === 403);

const rooms = new Map<string, Room>();
let ownerId: string | null = null;
/** The room of a conversation. It begins to read itself when it is new. */
export function roomOf(id: string): Room {
	if (ownerId !== (account.peek()?.id ?? null)) rooms.clear();
	ownerId = account.peek()?.id ?? null;
	const room = rooms.get(id) ?? new Room(id);
	// Last used, last dropped.
	rooms.delete(id);
	rooms.set(id, room);
	for (const old of [...rooms.keys()].slice(0, -KEPT)) rooms.delete(old);
	return room;
}
export const openRoom = (id: string): Room | undefined => rooms.get(id);
export const allRooms = (): Iterable<Room> => rooms.values();
export function forgetRoom(id: string): void {
	rooms.delete(id);
}
