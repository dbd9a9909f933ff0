import { isSignedIn } from "../account/session.ts";
import { listNotifications } from "../api/notifications.ts";
import { isLive, onLiveEvent, onLiveReset } from "../live/live.ts";
import { setUnread, unreadAge } from "../shell/activity.ts";
import { keepBadge } from "./badge.ts";

/** How often the count is looked up while the app is in sight and no socket tells it, milliseconds. */
const LOOK_EVERY_MS = 45_000;
/** What the inbox itself just read is not asked for again, milliseconds. */
const KNOWN_FOR_MS = 15_000;

async function look(): Promise<void> {
	if (!isSignedIn.value || document.hidden || isLive.value || unreadAge() < KNOWN_FOR_MS) return;
	await read();
}

async function read(): Promise<void> {
	try {
		setUnread((await listNotifications()).unread);
	} catch {
		// The previous count stays; the inbox itself tells what is wrong when it is opened.
	}
}

/** Keeps the count of unread notifications on the tab bar: told by the socket, and looked up now and then without one. */
export function keepUnreadCount(): void {
	void look();
	setInterval(() => void look(), LOOK_EVERY_MS);
	document.addEventListener("visibilitychange", () => void look());
	keepBadge();
	onLiveReset(() => void read());
	onLiveEvent((event) => {
		if (event.kind === "notices") setUnread(event.unread);
	});
}
