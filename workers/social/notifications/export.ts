import { namesOf } from "../../lists/people.ts";
import { EXPORT_PAGE, type Exported, once } from "../../platform/export.ts";
import type { Services } from "../../platform/services.ts";
import { inboxOf } from "./protocol.ts";

/** What an inbox gives to its owner's archive: what they were told, and what they set. */
export const exportInbox = (services: Services, userId: string): Exported => ({
	files: {
		notifications: told(services, userId),
		notification_settings: once(async () => {
			const inbox = inboxOf(services, userId);
			const { settings, devices } = await inbox.standing("");
			const muted = await inbox.muted();
			const nameOf = await namesOf(services, muted);
			return [{ ...settings, pushDevices: devices, muted: muted.map(nameOf) }];
		}),
	},
});

async function* told(services: Services, userId: string) {
	for (let before: number | null = null; ; ) {
		const { entries, next }: Awaited<ReturnType<ReturnType<typeof inboxOf>["list"]>> = await inboxOf(services, userId).list(
			EXPORT_PAGE,
			before,
		);
		yield entries.map(({ type, text, videoId, commentId, at }) => ({ type, text, videoId, commentId, at: new Date(at).toISOString() }));
		if (next === null) return;
		before = next;
	}
}
