import { navigate } from "wouter-preact/use-browser-location";
import * as api from "../api/notifications.ts";
import { language } from "../language/language.ts";
import { PUSH_OWNER_KEY } from "../shell/activity.ts";
import { keyBytes, type PushFacts } from "./pushState.ts";
import { change, deviceZone, settings } from "./settings.ts";

/** A worker of its own and not of the pages: it receives pushes, and what is kept for days without a connection is none of its business. */
const WORKER = "/push-worker.js";
const SCOPE = "/push/";

const isSupported = (): boolean => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

/** What this browser says of push; the server's part comes with the settings. */
export function pushFacts(server: { publicKey: string | null; here: boolean }): PushFacts {
	const { userAgent, maxTouchPoints } = navigator;
	return {
		isSupported: isSupported(),
		// An iPad says that it is a Macintosh.
		isAppleTouch: /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1),
		isInstalled: matchMedia("(display-mode: standalone)").matches,
		permission: isSupported() ? Notification.permission : "default",
		publicKey: server.publicKey,
		isSubscribed: server.here,
	};
}

async function registration(): Promise<ServiceWorkerRegistration> {
	// Its address says what it writes in: another one replaces it, and the subscription stays.
	const registered = await navigator.serviceWorker.register(`${WORKER}?language=${language.peek()}`, { scope: SCOPE });
	const worker = registered.active ?? registered.waiting ?? registered.installing;
	if (worker !== null && worker.state !== "activated") {
		await new Promise<void>((resolve) => {
			worker.addEventListener("statechange", () => worker.state === "activated" && resolve());
		});
	}
	return registered;
}

/** Subscribes this browser and tells the server; again where it was, for a session that is new. */
async function subscribe(publicKey: string): Promise<void> {
	const { pushManager } = await registration();
	const applicationServerKey = keyBytes(publicKey);
	const known = await pushManager.getSubscription();
	const isOfKey = known !== null && sameBytes(known.options.applicationServerKey, applicationServerKey);
	if (known !== null && !isOfKey) await known.unsubscribe();
	const subscription = isOfKey ? known : await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
	const { endpoint, keys } = subscription.toJSON();
	await api.subscribePush({ endpoint: endpoint ?? "", keys: { p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" } });
}

const sameBytes = (held: ArrayBuffer | null, wanted: Uint8Array): boolean =>
	held !== null && held.byteLength === wanted.byteLength && new Uint8Array(held).every((byte, at) => byte === wanted[at]);

/** Asks the person, and pushes to this browser from now on. @returns false when they refused */
export async function turnPushOn(userId: string, publicKey: string): Promise<boolean> {
	if ((await Notification.requestPermission()) !== "granted") return false;
	await subscribe(publicKey);
	// When it is night is said by this device's clock, unless quiet hours go by the clock of another place.
	if (settings.value?.quietHours === null && settings.value.timeZone !== deviceZone()) void change({ timeZone: deviceZone() });
	localStorage.setItem(PUSH_OWNER_KEY, userId);
	openWhatIsClicked();
	return true;
}

/** Pushes to this browser no more. */
export async function turnPushOff(): Promise<void> {
	await api.unsubscribePush();
	localStorage.removeItem(PUSH_OWNER_KEY);
	const registered = await navigator.serviceWorker.getRegistration(SCOPE);
	await (await registered?.pushManager.getSubscription())?.unsubscribe();
}

/** Whoever turned push on here and signed in anew is pushed to again: a subscription ends with its session. */
export async function resumePush(userId: string): Promise<void> {
	if (localStorage.getItem(PUSH_OWNER_KEY) !== userId || !isSupported() || Notification.permission !== "granted") return;
	openWhatIsClicked();
	await registration();
	const { quietHours, timeZone, push } = (await api.notificationSettings()).settings;
	if (!push.here && push.publicKey !== null) await subscribe(push.publicKey);
	if (quietHours === null && timeZone !== deviceZone()) await api.changeNotificationSettings({ timeZone: deviceZone() });
}

let isListening = false;
/** A click on a notification opens its place in the app that is open. */
function openWhatIsClicked(): void {
	if (isListening) return;
	isListening = true;
	navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<{ open?: unknown }>) => {
		if (typeof data?.open === "string" && data.open.startsWith("/")) navigate(data.open);
	});
}
