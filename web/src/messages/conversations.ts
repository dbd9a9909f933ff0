import { batch, computed, type Signal, signal } from "@preact/signals";
import { account } from "../account/session.ts";
import type { Conversation, ConversationFacts, Message, MessageEvent } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import { ApiError } from "../api/problem.ts";
import { unreadMessages } from "../shell/activity.ts";
import { isYou, meet } from "./people.ts";

export type Folder = "inbox" | "requests";

interface ListState {
	readonly state: "new" | "loading" | "ready" | "failed";
	readonly cursor: string | null;
	readonly error: unknown;
}
const NEW: ListState = { state: "new", cursor: null, error: null };

/** All conversations that were told of, by id. */
const known = signal<ReadonlyMap<string, Conversation>>(new Map());
const lists: Record<Folder, Signal<ListState>> = { inbox: signal(NEW), requests: signal(NEW) };
/** Requests that wait for an answer. */
export const requestCount = signal(0);

const folderOf = ({ standing }: ConversationFacts): Folder => (standing === "requested" ? "requests" : "inbox");
/** One that was opened and not begun is in nobody's list. */
const isBegun = ({ lastMessage, lastSeq, kind }: Conversation): boolean => kind === "group" || lastMessage !== null || lastSeq > 0;

const listed = (folder: Folder) =>
	computed(() =>
		[...known.value.values()]
			.filter((one) => isBegun(one) && folderOf(one) === folder)
			.sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt)),
	);
/** What was written last first. */
export const conversationsIn = { inbox: listed("inbox"), requests: listed("requests") };
export const listStateOf = (folder: Folder): ListState => lists[folder].value;

export const conversationOf = (id: string): Conversation | null => known.value.get(id) ?? null;
export const isMuted = ({ mutedUntil }: Conversation): boolean => mutedUntil !== null && Date.parse(mutedUntil) > Date.now();

export function keepConversation(conversation: Conversation): void {
	known.value = new Map(known.peek()).set(conversation.id, conversation);
}
function change(id: string, change: (had: Conversation) => Conversation): boolean {
	const had = known.peek().get(id);
	if (had) keepConversation(change(had));
	return had !== undefined;
}
export function forgetConversation(id: string): void {
	const left = new Map(known.peek());
	left.delete(id);
	known.value = left;
}

const loading = new Map<string, Promise<void>>();

/** Reads a folder anew, or its next page. Asked twice at the same time, it is read once. Rejects where what is shown already stays. */
export function loadFolder(folder: Folder, more = false): Promise<void> {
	const key = `${folder} ${more}`;
	const reading = loading.get(key) ?? readFolder(folder, more).finally(() => loading.delete(key));
	loading.set(key, reading);
	return reading;
}

async function readFolder(folder: Folder, more: boolean): Promise<void> {
	const list = lists[folder];
	const from = more ? (list.peek().cursor ?? undefined) : undefined;
	const isFirst = list.peek().state !== "ready";
	if (isFirst) list.value = { ...NEW, state: "loading" };
	try {
		const page = await api.listConversations(folder, from);
		batch(() => {
			meet(page.people);
			const fresh = new Map(page.conversations.map((one) => [one.id, one]));
			// Read anew from the top, what is no longer there went while nobody told.
			const kept = [...known.peek()].filter(([id, one]) => more || folderOf(one) !== folder || fresh.has(id) || !isBegun(one));
			known.value = new Map([...kept, ...fresh]);
			requestCount.value = page.requests;
			unreadMessages.value = page.unread;
			list.value = { state: "ready", cursor: page.nextCursor, error: null };
		});
	} catch (error) {
		if (!isFirst) throw error;
		list.value = { ...NEW, state: "failed", error };
	}
}

/** Reads what is shown of both folders anew; what can't be read stays as it was. */
export async function refreshFolders(): Promise<void> {
	const wanted: Folder[] = lists.requests.peek().state === "ready" ? ["inbox", "requests"] : ["inbox"];
	await Promise.all(wanted.map((folder) => loadFolder(folder).catch(() => undefined)));
}

/** Forgets all: somebody else is signed in. */
export function forgetConversations(): void {
	batch(() => {
		known.value = new Map();
		lists.inbox.value = NEW;
		lists.requests.value = NEW;
		requestCount.value = 0;
		unreadMessages.value = 0;
	});
}

/** Opens one, known or not: the one with another person may not have been begun. */
export async function fetchConversation(id: string): Promise<api.ConversationDetails> {
	const otherId = id.includes("-") ? id.split("-").find((part) => part !== account.value?.id) : undefined;
	const begin = async (userId: string): Promise<api.ConversationDetails> => {
		const { conversation, people } = await api.openConversation(userId);
		return { conversation, people, members: [], marks: [], link: null, joinRequests: 0 };
	};
	const had = known.peek().get(id);
	if (otherId !== undefined && had && !isBegun(had)) return begin(otherId);
	try {
		return await api.getConversation(id);
	} catch (error) {
		const isNone = error instanceof ApiError && error.code === "conversation_not_found";
		if (otherId === undefined || !isNone) throw error;
		return begin(otherId);
	}
}

/** The count on the tab, as the server would tell it: what changed here is known before it is asked. */
function recount(change: () => void): void {
	const counted = (): number => conversationsIn.inbox.peek().filter((one) => one.unread > 0 && !isMuted(one)).length;
	batch(() => {
		const before = counted();
		change();
		unreadMessages.value = Math.max(0, unreadMessages.peek() + counted() - before);
	});
}

function arrived(had: Conversation, message: Message): Conversation {
	if (message.seq <= had.lastSeq && had.lastMessage !== null) return had;
	const own = isYou(message.senderId);
	return {
		...had,
		lastMessage: message,
		lastSeq: message.seq,
		updatedAt: message.sentAt,
		// Who writes has read what is above.
		readSeq: own ? message.seq : had.readSeq,
		unread: own ? 0 : had.unread + (message.senderId === null ? 0 : 1),
	};
}

function changed(had: Conversation, message: Message): Conversation {
	const isUnsent = message.content.type === "unsent" && !isYou(message.senderId) && message.seq > had.readSeq;
	const isLast = had.lastMessage?.seq === message.seq && message.revision > had.lastMessage.revision;
	return {
		...had,
		lastMessage: isLast ? message : had.lastMessage,
		unread: isUnsent && isLast ? Math.max(0, had.unread - 1) : had.unread,
	};
}

/** Takes one's own message that was sent from here. */
export const tookSent = (message: Message): void => recount(() => void change(message.conversationId, (had) => arrived(had, message)));
export const tookRead = (id: string, readSeq: number, unread: number): void =>
	recount(() => void change(id, (had) => (readSeq < had.readSeq ? had : { ...had, readSeq, unread })));
export const tookMute = (id: string, mutedUntil: string | null): void => recount(() => void change(id, (had) => ({ ...had, mutedUntil })));

/** Takes what the live log tells. @returns false when it is about a conversation that is not known here */
export function takeEvent(event: MessageEvent): boolean {
	let isKnown = true;
	recount(() => {
		switch (event.kind) {
			case "message":
				isKnown = change(event.message.conversationId, (had) => arrived(had, event.message));
				return;
			case "message_changed":
				change(event.message.conversationId, (had) => changed(had, event.message));
				return;
			case "conversation_changed": {
				const { conversation } = event;
				const before = known.peek().get(conversation.id);
				isKnown = change(conversation.id, (had) => ({ ...had, ...conversation }));
				if (before && folderOf(before) !== folderOf(conversation))
					requestCount.value = Math.max(0, requestCount.peek() + (folderOf(conversation) === "requests" ? 1 : -1));
				return;
			}
			case "conversation_gone": {
				const before = known.peek().get(event.conversationId);
				if (before && folderOf(before) === "requests") requestCount.value = Math.max(0, requestCount.peek() - 1);
				forgetConversation(event.conversationId);
				return;
			}
			case "conversation_read":
				change(event.conversationId, (had) => ({ ...had, readSeq: event.readSeq, unread: event.unread }));
				return;
			case "conversation_muted":
				change(event.conversationId, (had) => ({ ...had, mutedUntil: event.mutedUntil }));
				return;
			case "join_requested":
				return;
		}
	});
	return isKnown;
}
