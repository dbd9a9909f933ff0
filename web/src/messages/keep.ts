import { effect } from "@preact/signals";
import { isSignedIn } from "../account/session.ts";
import type { MessageEvent } from "../api/messages.ts";
import { isLive, onLiveEvent, onLiveReset, onLiveSignal } from "../live/live.ts";
import { forgetConversations, refreshFolders, takeEvent } from "./conversations.ts";
import { isYou } from "./people.ts";
import { allRooms, openRoom } from "./room.ts";
import { startedWriting, stoppedWriting } from "./typing.ts";
import "./sending.ts";

/** How often what came is asked for while the app is in sight and no socket tells it, milliseconds: seldom, and often where a conversation is open. */
const LOOK_EVERY_MS = 45_000;
const LOOK_IN_ROOM_EVERY_MS = 8_000;
/** Several events about what is not known here are asked for once, milliseconds. */
const GATHER_MS = 250;

const KINDS = new Set<string>([
	"message",
	"message_changed",
	"conversation_changed",
	"conversation_gone",
	"conversation_read",
	"conversation_muted",
	"join_requested",
] satisfies MessageEvent["kind"][]);
const isMessageEvent = (event: { kind: string }): event is MessageEvent => KINDS.has(event.kind);

let gathering: ReturnType<typeof setTimeout> | undefined;
const refreshSoon = () => {
	clearTimeout(gathering);
	gathering = setTimeout(() => void refreshFolders(), GATHER_MS);
};

function take(event: MessageEvent): void {
	if (event.kind === "message") stoppedWriting(event.message.conversationId, event.message.senderId);
	if (!takeEvent(event)) refreshSoon();
	const id = "message" in event ? event.message.conversationId : "conversation" in event ? event.conversation.id : event.conversationId;
	openRoom(id)?.take(event);
}

/** Everything that is shown, read anew; what can't be read stays. */
async function readAnew(): Promise<void> {
	await Promise.all([refreshFolders(), ...[...allRooms()].map((room) => room.catchUp().catch(() => undefined))]);
}

const mayLook = () => isSignedIn.value && !document.hidden && !isLive.value;

let isKept = false;
/** Keeps conversations as they are: told by the socket, and asked for now and then without one. */
export function keepConversations(): void {
	if (isKept) return;
	isKept = true;
	effect(() => {
		forgetConversations();
		if (isSignedIn.value) void refreshFolders();
	});
	onLiveEvent((event) => {
		if (isMessageEvent(event)) take(event);
	});
	onLiveSignal((told) => {
		if (told.kind === "typing" && !isYou(told.userId)) startedWriting(told.conversationId, told.userId);
		else if (told.kind === "message") {
			stoppedWriting(told.message.conversationId, told.message.senderId);
			openRoom(told.message.conversationId)?.foresee(told.message);
		} else if (told.kind === "marks") openRoom(told.conversationId)?.takeMarks(told.marks);
	});
	onLiveReset(() => void readAnew());
	setInterval(() => mayLook() && void refreshFolders(), LOOK_EVERY_MS);
	setInterval(() => {
		const isInRoom = location.pathname.startsWith("/messages/");
		const room = openRoom(location.pathname.slice("/messages/".length));
		if (isInRoom && mayLook()) void room?.catchUp().catch(() => undefined);
	}, LOOK_IN_ROOM_EVERY_MS);
	document.addEventListener("visibilitychange", () => mayLook() && void readAnew());
}
