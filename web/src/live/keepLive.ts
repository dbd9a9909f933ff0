import { effect } from "@preact/signals";
import { account } from "../account/session.ts";

/** Holds a socket while somebody is signed in. Its code comes after the first screen's. */
export function keepLive(): void {
	let close: (() => void) | null = null;
	let openFor: string | null = null;
	effect(() => {
		const userId = account.value?.id ?? null;
		if (userId === openFor) return;
		openFor = userId;
		close?.();
		close = null;
		if (userId === null) return;
		import("./socket.ts").then(
			({ openSocket }) => {
				if (openFor === userId) close = openSocket();
			},
			// Without it the app asks now and then, as it does while the socket is away.
			(error: unknown) => console.warn("Live updates could not be loaded.", error),
		);
	});
}
