import * as notificationsWords from "./notifications.words.ts";
/** What a browser and the server say of push on this device. */
export interface PushFacts {
	/** The browser has service workers, push and notifications. */
	readonly isSupported: boolean;
	/** An iPhone or iPad: push works there only from the Home Screen. */
	readonly isAppleTouch: boolean;
	/** Opened from the Home Screen or as an installed app. */
	readonly isInstalled: boolean;
	readonly permission: "default" | "granted" | "denied";
	/** Null where the server has no keys. */
	readonly publicKey: string | null;
	/** The server pushes to this browser's session. */
	readonly isSubscribed: boolean;
}

/** How push stands on this device; each but the last two says what to do, or that nothing can be done. */
export type PushState = "unavailable" | "install" | "unsupported" | "denied" | "off" | "on";

export function pushState({ isSupported, isAppleTouch, isInstalled, permission, publicKey, isSubscribed }: PushFacts): PushState {
	if (publicKey === null) return "unavailable";
	if (isAppleTouch && !isInstalled && !isSupported) return "install";
	if (!isSupported) return "unsupported";
	if (permission === "denied") return "denied";
	return permission === "granted" && isSubscribed ? "on" : "off";
}

/** What stands under the switch. */
export const PUSH_WORDS: Readonly<Record<PushState, () => string>> = {
	unavailable: notificationsWords.pushUnavailable,
	install: notificationsWords.pushInstall,
	unsupported: notificationsWords.pushUnsupported,
	denied: notificationsWords.pushDenied,
	off: notificationsWords.pushOff,
	on: notificationsWords.pushOn,
};

/** A base64url key in the bytes that a browser subscribes with. */
export function keyBytes(publicKey: string): Uint8Array<ArrayBuffer> {
	const base64 = publicKey.replaceAll("-", "+").replaceAll("_", "/");
	return Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
}
