import { effect } from "@preact/signals";
import ReconnectingSocket from "partysocket/ws";
import type { CLOSED, ClientFrame, PING, PONG, ServerFrame } from "../../../contracts/live.ts";
import { refreshAccount } from "../account/session.ts";
import { onBackOnline } from "../shell/connection.ts";
import { isLive, liveComments, speakThrough, tellEvent, tellReset, tellSignal, watched } from "./live.ts";
import { Reconnect } from "./reconnect.ts";

/** The contract's values; typed by it, so that its schemas and their library stay out of the client. */
const ping: typeof PING = "ping";
const pong: typeof PONG = "pong";
const signedOut: typeof CLOSED.signedOut = 4_001;
const tooMany: typeof CLOSED.tooMany = 4_002;

/** The line is tried this often, milliseconds: most routers drop one that was silent for a minute or more. */
const PING_EVERY_MS = 30_000;
/** … and given up when no answer comes within this, milliseconds. */
const PONG_WITHIN_MS = 10_000;
/** A connection that stands so long has held, milliseconds. */
const HELD_AFTER_MS = 10_000;
/** A lease of the comments that are open is renewed this often, milliseconds (a bit less than half of `WATCH_LEASE_MS`). */
const WATCH_AGAIN_MS = 60_000;
/** From this try on the reason may be that nobody is signed in any more. */
const ASK_WHO_AFTER = 3;

/** Opens the one socket of this client and keeps it open. Answers the way to close it for good. */
export function openSocket(): () => void {
	const reconnect = new Reconnect(Math.random);
	/** The last revision told; null until it is known where the log stands. */
	let rev: number | null = null;
	let held: ReturnType<typeof setTimeout> | undefined;
	let awaited: ReturnType<typeof setTimeout> | undefined;

	const address = async (): Promise<string> => {
		const delay = reconnect.nextDelay();
		if (reconnect.tries === ASK_WHO_AFTER) void refreshAccount();
		await new Promise((resolve) => setTimeout(resolve, delay));
		return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/v1/live`;
	};
	const socket = new ReconnectingSocket(address, [], {
		// When to come back is said by `Reconnect` alone.
		minReconnectionDelay: 0,
		maxReconnectionDelay: 0,
		connectionTimeout: 10_000,
		// What is said to a socket that is gone is said anew when it is back: it begins with `resume`.
		maxEnqueuedMessages: 0,
		shouldReconnectOnClose: ({ code }) => code !== signedOut && code !== tooMany,
	});
	const say = (frame: ClientFrame) => void (socket.readyState === socket.OPEN && socket.send(JSON.stringify(frame)));
	speakThrough(say);
	const sayWatched = () => {
		liveComments.value = null;
		say(watched.value === null ? { type: "unwatch" } : { type: "watch", videoId: watched.value });
	};

	const take = (frame: ServerFrame) => {
		if (frame.type === "events") {
			for (const { rev: at, event } of frame.events) {
				rev = at;
				tellEvent(event);
			}
		} else if (frame.type === "signals") frame.signals.forEach(tellSignal);
		else if (frame.type === "watching") {
			if (frame.videoId === watched.value) liveComments.value = frame.live ? frame.videoId : null;
		} else if (frame.type === "hello" || frame.type === "reset") {
			const mayHaveMissed = rev === null || frame.type === "reset";
			if (mayHaveMissed) rev = frame.rev;
			isLive.value = true;
			if (mayHaveMissed) tellReset();
		}
	};

	socket.addEventListener("open", () => {
		held = setTimeout(() => reconnect.held(), HELD_AFTER_MS);
		say({ type: "resume", rev });
		if (watched.value !== null) sayWatched();
	});
	socket.addEventListener("message", ({ data }) => {
		if (data === pong) clearTimeout(awaited);
		else take(JSON.parse(String(data)) as ServerFrame);
	});
	socket.addEventListener("close", ({ code }) => {
		clearTimeout(held);
		clearTimeout(awaited);
		isLive.value = false;
		liveComments.value = null;
		if (code === signedOut) void refreshAccount();
	});

	const comeBack = () => {
		if (socket.readyState === socket.OPEN) return;
		reconnect.hurry();
		socket.reconnect();
	};
	/** One that made room for others wants its place when it is looked at. */
	const onShown = () => {
		if (!document.hidden && !socket.shouldReconnect) comeBack();
	};
	const test = () => {
		if (socket.readyState !== socket.OPEN) return;
		socket.send(ping);
		clearTimeout(awaited);
		awaited = setTimeout(() => socket.reconnect(), PONG_WITHIN_MS);
	};
	const pinging = setInterval(test, PING_EVERY_MS);
	const leasing = setInterval(() => {
		if (watched.value !== null) say({ type: "watch", videoId: watched.value });
	}, WATCH_AGAIN_MS);
	const stopWatching = effect(() => {
		watched.value;
		sayWatched();
	});
	const stopOnline = onBackOnline(comeBack);
	document.addEventListener("visibilitychange", onShown);

	return () => {
		for (const timer of [pinging, leasing]) clearInterval(timer);
		stopWatching();
		stopOnline();
		speakThrough(null);
		document.removeEventListener("visibilitychange", onShown);
		socket.close();
		isLive.value = false;
		liveComments.value = null;
	};
}
