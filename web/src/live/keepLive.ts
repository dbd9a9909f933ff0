import { effect } from "@preact/signals";
import { account } from "../account/session.ts";
import { keepUnreadCount } from "../inbox/unread.ts";
import { PUSH_OWNER_KEY } from "../shell/activity.ts";

/** Holds a socket while somebody is signed in, and keeps the count of what they have not read. All of it comes after the first screen. */
export function keepLive(): void {
	keepUnreadCount();
	let close: (() => void) | null = null;
	let openFor: string | null = null;
	effect(() => {
		const userId = account.value?.id ?? null;
		if (userId === openFor) return;
		openFor = userId;
		close?.();
		close = null;
		if (userId === null) return;
		void resumePush(userId);
		import("../messages/keep.ts").then(
			({ keepConversations }) => keepConversations(),
			// Opening the messages asks for the code again, and tells.
			(error: unknown) => console.warn("Messages could not be loaded.", error),
		);
		import("./socket.ts").then(
			({ openSocket }) => {
				if (openFor === userId) close = openSocket();
			},
			// Without it the app asks now and then, as it does while the socket is away.
			(error: unknown) => console.warn("Live updates could not be loaded.", error),
		);
	});
}

/** Its code is loaded only where push was turned on. */
async function resumePush(userId: string): Promise<void> {
	if (localStorage.getItem(PUSH_OWNER_KEY) !== userId) return;
	try {
		await (await import("../notifications/push.ts")).resumePush(userId);
	} catch (error) {
		console.warn("Push could not be resumed.", error);
	}
}
