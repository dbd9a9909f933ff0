import { computed, signal } from "@preact/signals";

/** An upload or its processing that goes on while other screens are open. */
export interface Activity {
	text: string;
	/** The same in a word, for where there is little room. */
	short: string;
	/** 0–100; null when it stands still. */
	progress: number | null;
	needsYou: boolean;
}
export const activity = signal<Activity | null>(null);
/** Notifications not read yet. */
export const unread = signal(0);
/** Conversations with something unread, muted ones left out. */
export const unreadMessages = signal(0);
let unreadSince = 0;
/** Says how many are unread, as the server just did. */
export function setUnread(count: number): void {
	unreadSince = Date.now();
	unread.value = count;
}
/** How long ago the server said how many are unread, milliseconds. */
export const unreadAge = (): number => Date.now() - unreadSince;
/** All that waits: on the tab bar, the browser's tab and the app's icon. */
export const news = computed(() => unread.value + unreadMessages.value);
/** Once a first clip is seen: what may be wanted next can be fetched. */
export const lineIsFree = signal(false);
/** Set while an unfinished upload lies in this browser, so that only then its code is loaded at the start. */
export const UNFINISHED_KEY = "reelay.unfinished";
/** Whose device pushes come to: the id of the account that turned them on here, so that only then their code is loaded at the start. */
export const PUSH_OWNER_KEY = "reelay.push";
/** Set while a deletion was undone and the server has not said so. */
export const RESTORES_KEY = "reelay.restores";
