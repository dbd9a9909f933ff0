import { ALWAYS_LISTED, NOTIFICATION_TYPES, type NotificationType } from "../../../../contracts/notification-types.ts";
import type { NotificationSettings, SettingsChange, Switches } from "../../../../contracts/notifications.ts";
import { quietUntil } from "./quiet-hours.ts";

/** What a person set; all else is as at the beginning. */
export type Settings = Omit<NotificationSettings, "push">;

/** Not pushed unless it is asked for: there are many of them, and none is waited for. */
const NOT_PUSHED: readonly NotificationType[] = ["like", "comment_like", "repost"];

/** As at the beginning: all is shown, what is waited for is pushed, and no mail comes but that a video failed. */
export const DEFAULTS: Settings = {
	types: Object.fromEntries(
		NOTIFICATION_TYPES.map((type): [string, Switches] => [type, { inApp: true, push: !NOT_PUSHED.includes(type) }]),
	) as Settings["types"],
	quietHours: null,
	timeZone: "UTC",
	mail: { videoFailed: true, digest: false },
};

/** Settings with a change; what it leaves out stays. What nobody can leave out stays shown. */
export function changed(settings: Settings, change: SettingsChange): Settings {
	const types = NOTIFICATION_TYPES.map((type): [string, Switches] => {
		const { inApp, push } = settings.types[type];
		const { inApp: shown = inApp, push: pushed = push } = change.types?.[type] ?? {};
		return [type, { inApp: shown || ALWAYS_LISTED.includes(type), push: pushed }];
	});
	return {
		types: Object.fromEntries(types) as Settings["types"],
		quietHours: change.quietHours === undefined ? settings.quietHours : change.quietHours,
		timeZone: change.timeZone ?? settings.timeZone,
		mail: {
			videoFailed: change.mail?.videoFailed ?? settings.mail.videoFailed,
			digest: change.mail?.digest ?? settings.mail.digest,
		},
	};
}

/** Not held back at night: somebody may be taking the account over. */
export const URGENT: readonly NotificationType[] = ["account"];
/** In a list of its own, and not among the notifications. */
const UNLISTED: readonly NotificationType[] = ["message"];

/** What becomes of something to be told. */
export interface Decision {
	readonly isListed: boolean;
	/** When it is pushed, milliseconds since 1970; null for not at all. */
	readonly pushAt: number | null;
	/** Held back until then, and told together with all else that was. */
	readonly isHeld: boolean;
	/** Of what goes by mail: when, milliseconds since 1970. */
	readonly mailAt: number | null;
}

/** @param isMuted whether its actor's doings are told to this person at all */
export function decide(settings: Settings, type: NotificationType, isMuted: boolean, now: number): Decision {
	const { inApp, push } = settings.types[type];
	if (isMuted) return { isListed: false, pushAt: null, isHeld: false, mailAt: null };
	const until = URGENT.includes(type) ? null : quietUntil(settings.quietHours, settings.timeZone, now);
	return {
		isListed: inApp && !UNLISTED.includes(type),
		pushAt: push ? (until ?? now) : null,
		isHeld: push && until !== null,
		mailAt: type === "video_failed" && settings.mail.videoFailed ? (until ?? now) : null,
	};
}
