import { signal } from "@preact/signals";
import type { ClientFrame, LiveEvent, LiveSignal } from "../../../contracts/live.ts";

/** Whether the socket is up: what is told by it need not be asked for. */
export const isLive = signal(false);
/** The video whose open comments are told as they come; null when they are to be asked for. */
export const liveComments = signal<string | null>(null);

const onEvents = new Set<(event: LiveEvent) => void>();
const onResets = new Set<() => void>();
const onSignals = new Set<(signal: LiveSignal) => void>();

/** Which video's comments are open. */
export const watched = signal<string | null>(null);

function listen<Callback>(callbacks: Set<Callback>, callback: Callback): () => void {
	callbacks.add(callback);
	return () => void callbacks.delete(callback);
}

/** Calls back for each thing that happens to the signed-in person, in order and once. Answers the way to stop. */
export const onLiveEvent = (callback: (event: LiveEvent) => void): (() => void) => listen(onEvents, callback);

/** Calls back when something may have been missed: what is shown is to be read anew. Answers the way to stop. */
export const onLiveReset = (callback: () => void): (() => void) => listen(onResets, callback);

/** Calls back for what is told and not kept. Answers the way to stop. */
export const onLiveSignal = (callback: (signal: LiveSignal) => void): (() => void) => listen(onSignals, callback);

let way: ((frame: ClientFrame) => void) | null = null;
/** What is said by `sayLive` goes this way; null when there is none. */
export const speakThrough = (socket: ((frame: ClientFrame) => void) | null): void => {
	way = socket;
};
/** Says something that is worth nothing later: without a socket it is not said. */
export const sayLive = (frame: ClientFrame): void => way?.(frame);

/**
 * Tells of a video's comments while they are open; `liveComments` says whether it does, or they are to be asked for now and then. One video
 * at a time. Answers the way to stop.
 */
export function watchComments(videoId: string, callback: (signal: LiveSignal) => void): () => void {
	watched.value = videoId;
	const stop = listen(onSignals, (told) => {
		if (told.kind === "comment" && told.videoId === videoId) callback(told);
	});
	return () => {
		stop();
		if (watched.value === videoId) watched.value = null;
	};
}

export const tellEvent = (event: LiveEvent): void => {
	for (const callback of onEvents) callback(event);
};
export const tellReset = (): void => {
	for (const callback of onResets) callback();
};
export const tellSignal = (told: LiveSignal): void => {
	for (const callback of onSignals) callback(told);
};
