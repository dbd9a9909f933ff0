import { signal } from "@preact/signals";
import type { NotificationType } from "../../../contracts/notification-types.ts";
import * as api from "../api/notifications.ts";
import { tellFault } from "../ui/toasts.tsx";

/** What the person set; null until it was read. */
export const settings = signal<api.NotificationSettings | null>(null);
/** Changes go out one after the other: the last answer is how things are. */
let sending: Promise<unknown> = Promise.resolve();
let waiting = 0;

export async function loadSettings(): Promise<void> {
	const answer = await api.notificationSettings();
	if (waiting === 0) settings.value = answer.settings;
}

/** As the server will have it: what the change leaves out stays. */
function applied(before: api.NotificationSettings, change: api.SettingsChange): api.NotificationSettings {
	const types = Object.entries(before.types).map(([type, switches]) => [
		type,
		{ ...switches, ...change.types?.[type as NotificationType] },
	]);
	return {
		...before,
		types: Object.fromEntries(types) as api.NotificationSettings["types"],
		quietHours: change.quietHours === undefined ? before.quietHours : change.quietHours,
		timeZone: change.timeZone ?? before.timeZone,
		mail: { ...before.mail, ...change.mail },
	};
}

/** Shows a change at once and sends it; when it can't be kept, what the server has is shown again, and why. */
export async function change(wanted: api.SettingsChange): Promise<void> {
	const before = settings.value;
	if (before === null) return;
	settings.value = applied(before, wanted);
	waiting++;
	const sent = sending.catch(() => undefined).then(() => api.changeNotificationSettings(wanted));
	sending = sent;
	try {
		const answer = await sent;
		if (waiting === 1) settings.value = answer.settings;
	} catch (error) {
		settings.value = before;
		tellFault(error, () => void change(wanted));
	} finally {
		waiting--;
	}
}

/** The device's own; what is quiet at night goes by it. */
export const deviceZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
