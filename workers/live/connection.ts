import { CLIENT_FRAME_MAX, CLOSED, ClientFrame, type CommentSignal, WATCH_LEASE_MS } from "../../contracts/live.ts";
import { ProblemError } from "../../contracts/problems/problem-error.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { mayReach } from "../rules/people.ts";
import { relationsOf } from "../rules/relations.ts";
import { visibleVideo, visibleVideos } from "../videos/index.ts";
import { roomOf } from "./protocol.ts";
import { attachedTo, type Sockets, send } from "./sockets.ts";

/** What others do about what a client says; neither throws. */
export interface Said {
	/** A client of this person is there again, and has been told what it missed. */
	readonly came: (userId: string) => Promise<void>;
	readonly typing: (userId: string, conversationId: string) => Promise<void>;
}

/** What is done about a frame of a client. Never throws. */
export async function takeFrame(
	services: Services,
	sockets: Sockets,
	socket: WebSocket,
	message: string | ArrayBuffer,
	said: Said,
): Promise<void> {
	if (!sockets.mayAsk(socket, services.clock())) return socket.close(CLOSED.tooFast, "too many frames");
	const frame = typeof message === "string" && message.length <= CLIENT_FRAME_MAX ? parse(message) : null;
	if (frame === null) return socket.close(CLOSED.unreadable, "not a frame of ours");
	const { viewer, resumed } = attachedTo(socket);
	const { userId } = viewer;
	if (frame.type === "resume") {
		// The whole log is told by it: a few letters that ask for it again and again would have it all sent each time.
		if (resumed) return socket.close(CLOSED.unreadable, "resumed already");
		sockets.resume(socket, frame.rev);
		return said.came(userId);
	}
	if (frame.type === "typing") return said.typing(userId, frame.conversationId);
	await leaveRoom(services, sockets, socket, frame.type === "watch" ? frame.videoId : null);
	if (frame.type === "watch") await watch(services, sockets, socket, frame.videoId);
}

/** Reads a frame; null for what is none. */
function parse(message: string): ClientFrame | null {
	try {
		return ClientFrame.safeParse(JSON.parse(message)).data ?? null;
	} catch {
		return null;
	}
}

async function watch(services: Services, sockets: Sockets, socket: WebSocket, videoId: string): Promise<void> {
	const { viewer } = attachedTo(socket);
	sockets.watch(socket, videoId);
	let live = false;
	try {
		await visibleVideo(services, viewer, videoId);
		live = await roomOf(services, videoId).join(viewer.userId, services.clock() + WATCH_LEASE_MS);
	} catch (error) {
		if (!(error instanceof ProblemError)) services.log.warn("live_watch_failed", { videoId, ...errorFields(error) });
	}
	if (!live) sockets.watch(socket, null);
	send(socket, { type: "watching", videoId, live });
}

/** The socket watches nothing any more, or `next`; the room is left with the last socket that watched. */
export async function leaveRoom(services: Services, sockets: Sockets, socket: WebSocket, next: string | null = null): Promise<void> {
	const { watching, viewer } = attachedTo(socket);
	if (watching === null || watching === next) return;
	sockets.watch(socket, null);
	if (sockets.isWatched(watching)) return;
	// Unheard, it is told for the rest of its lease.
	await roomOf(services, watching)
		.leave(viewer.userId)
		.catch((error: unknown) => services.log.warn("live_watch_failed", { videoId: watching, ...errorFields(error) }));
}

/** Tells the sockets what of it may reach the person: of no video they may not see by now, and of nobody they blocked or muted. @returns whether any of them listens */
export async function passOn(services: Services, sockets: Sockets, userId: string, signals: readonly CommentSignal[]): Promise<boolean> {
	const wanted = signals.filter(({ videoId }) => sockets.isWatched(videoId));
	if (wanted.length === 0) return false;
	const viewer = { kind: "user", userId } as const;
	const ids = new Set(wanted.map(({ videoId }) => videoId));
	const [relations, visible] = await Promise.all([relationsOf(services, viewer), visibleVideos(services, viewer, [...ids])]);
	const mayHear = ({ videoId, authorId }: CommentSignal) => visible.has(videoId) && (authorId === userId || mayReach(relations, authorId));
	sockets.signal(wanted.filter(mayHear));
	return visible.size > 0;
}
