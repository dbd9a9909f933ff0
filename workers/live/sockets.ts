import {
	CLOSED,
	type CommentSignal,
	FRAMES_MAX,
	FRAMES_WITHIN_MS,
	type LiveSignal,
	PING,
	PONG,
	type ServerFrame,
	SOCKETS_MAX,
} from "../../contracts/live.ts";
import type { UserViewer } from "../rules/viewer.ts";
import type { LiveLog, LoggedEvent } from "./log.ts";

/** What a socket is known by; kept by the runtime while the object sleeps. */
export interface Attached {
	readonly viewer: UserViewer;
	/** When it came, milliseconds since 1970. */
	readonly since: number;
	/** It said where it goes on, and is told everything since. */
	readonly resumed: boolean;
	/** The video whose comments it has open. */
	readonly watching: string | null;
}

type State = Pick<DurableObjectState, "acceptWebSocket" | "getWebSockets" | "setWebSocketAutoResponse">;

/** Events in one frame at most: a frame is read in one go. */
const EVENTS_A_FRAME = 100;

/** A person's sockets. They outlive the object's memory: everything about one is attached to it. */
export class Sockets {
	readonly #state: State;
	readonly #log: LiveLog;
	/** Frames of each socket since a moment; forgotten with the object's memory. */
	readonly #asked = new WeakMap<WebSocket, { readonly since: number; count: number }>();

	constructor(state: State, log: LiveLog) {
		this.#state = state;
		this.#log = log;
		state.setWebSocketAutoResponse(new WebSocketRequestResponsePair(PING, PONG));
	}

	/** @param now milliseconds since 1970 @returns the client's end of a new socket */
	accept(viewer: UserViewer, now: number): WebSocket {
		const { 0: client, 1: server } = new WebSocketPair();
		const others = this.#all().sort((a, b) => attachedTo(a).since - attachedTo(b).since);
		for (const socket of others.slice(0, Math.max(0, others.length + 1 - SOCKETS_MAX))) socket.close(CLOSED.tooMany, "too many sockets");
		this.#state.acceptWebSocket(server, [viewer.sessionId]);
		attach(server, { viewer, since: now, resumed: false, watching: null });
		return client;
	}

	/** Tells a socket what it missed; from then on it hears everything. Nothing can come between the two. */
	resume(socket: WebSocket, rev: number | null): void {
		const newest = this.#log.newest();
		const missed = rev === null ? [] : this.#log.after(rev);
		attach(socket, { ...attachedTo(socket), resumed: true });
		send(socket, missed === null ? { type: "reset", rev: newest } : { type: "hello", rev: newest });
		this.#sendEvents([socket], missed ?? []);
	}

	push(events: readonly LoggedEvent[]): void {
		this.#sendEvents(this.#listening(), events);
	}

	/** Tells all that listen something that is not kept. @returns whether there is any */
	tell(signals: readonly LiveSignal[]): boolean {
		const listening = this.#listening();
		if (signals.length === 0) return listening.length > 0;
		const text = JSON.stringify({ type: "signals", signals: [...signals] } satisfies ServerFrame);
		for (const socket of listening) sendText(socket, text);
		return listening.length > 0;
	}

	/** Whether any socket is told what happens. */
	get isHeard(): boolean {
		return this.#listening().length > 0;
	}

	#listening(): WebSocket[] {
		return this.#all().filter((socket) => attachedTo(socket).resumed);
	}

	/** Tells each socket what is of the video it watches. */
	signal(signals: readonly CommentSignal[]): void {
		for (const socket of this.#all()) {
			const { watching } = attachedTo(socket);
			const wanted = signals.filter(({ videoId }) => videoId === watching);
			if (wanted.length > 0) send(socket, { type: "signals", signals: wanted });
		}
	}

	/** Counts a frame. @param now milliseconds since 1970 @returns false when there are too many */
	mayAsk(socket: WebSocket, now: number): boolean {
		const asked = this.#asked.get(socket);
		if (asked === undefined || now - asked.since >= FRAMES_WITHIN_MS) {
			this.#asked.set(socket, { since: now, count: 1 });
			return true;
		}
		asked.count += 1;
		return asked.count <= FRAMES_MAX;
	}

	watch(socket: WebSocket, videoId: string | null): void {
		attach(socket, { ...attachedTo(socket), watching: videoId });
	}

	/** Whether any socket has this video's comments open. */
	isWatched(videoId: string): boolean {
		return this.#all().some((socket) => attachedTo(socket).watching === videoId);
	}

	/** @param sessionIds null for all */
	hangUp(sessionIds: readonly string[] | null): void {
		const sockets = sessionIds === null ? this.#all() : sessionIds.flatMap((id) => this.#state.getWebSockets(id));
		for (const socket of sockets) socket.close(CLOSED.signedOut, "signed out");
	}

	#all(): WebSocket[] {
		return this.#state.getWebSockets().filter(({ readyState }) => readyState === WebSocket.OPEN);
	}

	#sendEvents(sockets: readonly WebSocket[], events: readonly LoggedEvent[]): void {
		for (let start = 0; start < events.length; start += EVENTS_A_FRAME) {
			const text = JSON.stringify({ type: "events", events: events.slice(start, start + EVENTS_A_FRAME) } satisfies ServerFrame);
			for (const socket of sockets) sendText(socket, text);
		}
	}
}

/** What is attached to sockets, as long as the object stays in memory: read out of the runtime it is made anew each time. */
const attachments = new WeakMap<WebSocket, Attached>();
export function attachedTo(socket: WebSocket): Attached {
	const known = attachments.get(socket) ?? (socket.deserializeAttachment() as Attached);
	attachments.set(socket, known);
	return known;
}
function attach(socket: WebSocket, attached: Attached): void {
	socket.serializeAttachment(attached);
	attachments.set(socket, attached);
}

export const send = (socket: WebSocket, frame: ServerFrame): void => sendText(socket, JSON.stringify(frame));

/** One that is just being closed is told no more: its client comes back and resumes. */
function sendText(socket: WebSocket, text: string): void {
	try {
		socket.send(text);
	} catch (error) {
		if (socket.readyState === WebSocket.OPEN) throw error;
	}
}
