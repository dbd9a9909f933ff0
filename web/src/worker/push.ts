import type { PushMessage } from "../../../contracts/notifications.ts";
import * as inboxWords from "../inbox/inbox.words.ts";
import { noteWords } from "../inbox/noteWords.ts";
import { language } from "../language/language.ts";
import { isLanguage } from "../language/languages.ts";

/**
 * Receives pushes while no page is open (`notifications/push.ts` registers it, with the language in its address). It keeps nothing and answers
 * no requests: its scope holds no page.
 */

interface Client {
	readonly focused: boolean;
	focus(): Promise<unknown>;
	postMessage(message: unknown): void;
}
interface Subscription {
	readonly options: object;
	toJSON(): { readonly endpoint?: string; readonly keys?: object };
}
/** What of a service worker's scope is used here: the client's types know a page's alone. */
interface WorkerScope {
	readonly location: { readonly search: string };
	readonly navigator: { setAppBadge?(count: number): Promise<void> };
	readonly registration: {
		showNotification(title: string, options: object): Promise<void>;
		readonly pushManager: { subscribe(options: object): Promise<Subscription> };
	};
	readonly clients: {
		matchAll(options: object): Promise<readonly Client[]>;
		openWindow(url: string): Promise<unknown>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(type: "install", listener: () => void): void;
	addEventListener(type: "push", listener: (event: Waiting & { readonly data: { json(): unknown } | null }) => void): void;
	addEventListener(
		type: "notificationclick",
		listener: (event: Waiting & { readonly notification: { close(): void; readonly data?: { readonly url?: unknown } } }) => void,
	): void;
	addEventListener(type: "pushsubscriptionchange", listener: (event: Waiting & { readonly oldSubscription?: Subscription }) => void): void;
}
interface Waiting {
	waitUntil(work: Promise<unknown>): void;
}
const worker = globalThis as unknown as WorkerScope;

const wanted = new URLSearchParams(worker.location.search).get("language");
if (isLanguage(wanted)) language.value = wanted;

/** Without words a push still has to be shown; the app knows what it is about. */
const UNREADABLE: PushMessage = { title: "reelay", body: "There is something new.", url: "/inbox", tag: "unreadable", unread: 0 };

function messageOf(data: { json(): unknown } | null): PushMessage {
	try {
		return { ...UNREADABLE, ...(data?.json() as Partial<PushMessage> | undefined) };
	} catch {
		return UNREADABLE;
	}
}

/** In the language of the device: what happened is made of its parts, what came during quiet hours is counted. */
function wordsOf({ title, body, notice, count }: PushMessage): { readonly title: string; readonly body: string } {
	if (language.value === "en") return { title, body };
	if (count !== undefined) return { title: inboxWords.quietTitle(), body: inboxWords.quietCount({ count }) };
	return { title, body: notice === undefined ? body : noteWords(notice) };
}

worker.addEventListener("install", () => void worker.skipWaiting());

worker.addEventListener("push", (event) => {
	const message = messageOf(event.data);
	const { title, body } = wordsOf(message);
	const shown = worker.registration.showNotification(title, {
		body,
		lang: language.value,
		dir: "auto",
		tag: message.tag,
		renotify: true,
		icon: "/icon-192.png",
		badge: "/icon-192.png",
		data: { url: message.url },
	});
	const badge = message.unread > 0 ? worker.navigator.setAppBadge?.(message.unread) : undefined;
	event.waitUntil(Promise.allSettled([shown, badge]));
});

/** Only a place of ours: what is pushed says where, and nothing pushed leads elsewhere. */
const placeOf = (url: unknown): string => (typeof url === "string" && /^\/(?!\/)/.test(url) ? url : "/inbox");

async function open(url: string): Promise<void> {
	const pages = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
	const page = pages.find(({ focused }) => focused) ?? pages[0];
	if (page === undefined) {
		await worker.clients.openWindow(url);
		return;
	}
	await page.focus();
	page.postMessage({ open: url });
}

worker.addEventListener("notificationclick", (event) => {
	event.notification.close();
	event.waitUntil(open(placeOf(event.notification.data?.url)));
});

/** The browser replaced the subscription: the server is told, in the name of the session that is signed in. */
async function replace(before: Subscription): Promise<void> {
	const { endpoint, keys } = (await worker.registration.pushManager.subscribe(before.options)).toJSON();
	await fetch("/api/v1/notifications/push", {
		method: "PUT",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ endpoint, keys }),
	});
}

worker.addEventListener("pushsubscriptionchange", (event) => {
	if (event.oldSubscription) event.waitUntil(replace(event.oldSubscription));
});
