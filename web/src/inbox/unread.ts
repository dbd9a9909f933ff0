import { isSignedIn } from "../account/session.ts";
import { listNotifications } from "../api/social.ts";
import { unread } from "../shell/activity.ts";

/** How often the count is looked up while the app is in sight, milliseconds. */
const LOOK_EVERY_MS = 45_000;

async function look(): Promise<void> {
	if (!isSignedIn.value || document.hidden) return;
	try {
		unread.value = (await listNotifications()).unread;
	} catch {
		// The previous count stays; the inbox itself tells what is wrong when it is opened.
	}
}

/** Keeps the count of unread notifications on the tab bar, now and then. */
export function keepUnreadCount(): void {
	void look();
	setInterval(() => void look(), LOOK_EVERY_MS);
	document.addEventListener("visibilitychange", () => void look());
}
