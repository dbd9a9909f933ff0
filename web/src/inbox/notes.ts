import { signal } from "@preact/signals";
import type { NotificationFilterName } from "../../../contracts/notification-types.ts";
import * as api from "../api/notifications.ts";
import { setUnread } from "../shell/activity.ts";
import { tellFault } from "../ui/toasts.tsx";

/** What is shown of the inbox; null until it was read. */
export const notes = signal<readonly api.Notification[] | null>(null);
export const nextCursor = signal<string | null>(null);
export const fault = signal<unknown>(null);
export const filter = signal<NotificationFilterName>("all");

/** Reads the first page of the chosen part, or the one after a cursor. Opening the whole inbox counts as having read what it shows. */
export async function loadNotes(from?: string): Promise<void> {
	const chosen = filter.value;
	try {
		const page = await api.listNotifications(chosen, from);
		if (chosen !== filter.value) return;
		notes.value = from ? [...(notes.value ?? []), ...page.notifications] : page.notifications;
		nextCursor.value = page.nextCursor;
		fault.value = null;
		setUnread(page.unread);
		const [newest] = page.notifications;
		if (chosen === "all" && !from && newest && page.unread > 0) setUnread((await api.readNotifications(newest.id)).unread);
	} catch (error) {
		if (chosen !== filter.value) return;
		if (notes.value) tellFault(error);
		else fault.value = error;
	}
}

/** Shows another part of the inbox. */
export function chooseFilter(name: NotificationFilterName): void {
	if (filter.value === name) return;
	filter.value = name;
	notes.value = null;
	nextCursor.value = null;
	fault.value = null;
	void loadNotes();
}
