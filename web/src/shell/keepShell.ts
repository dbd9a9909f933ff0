/** Built from `worker/sw.ts`. */
const WORKER = "/sw.js";

/** After the first clip and what follows it have had the line, milliseconds. */
const LATER_MS = 3_000;

/** Keeps the client itself on the device, so that it opens without a connection. Asked for last: it loads all screens. */
export function keepShell(): void {
	if (!("serviceWorker" in navigator)) return;
	setTimeout(() => {
		navigator.serviceWorker
			.register(WORKER)
			// Without it the app works as long as there is a connection.
			.catch((error: unknown) => console.warn("The app could not be kept for offline use.", error));
	}, LATER_MS);
}
