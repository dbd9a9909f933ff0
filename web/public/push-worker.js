/**
 * Receives pushes while no page is open (web/src/notifications/push.ts registers it). It keeps nothing and answers no requests: its scope
 * holds no page.
 */

/** Without words a push still has to be shown; the app knows what it is about. */
const UNREADABLE = { title: "reelay", body: "There is something new.", url: "/inbox", tag: "unreadable", unread: 0 };

function messageOf(data) {
	try {
		return { ...UNREADABLE, ...data.json() };
	} catch {
		return UNREADABLE;
	}
}

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("push", (event) => {
	const { title, body, url, tag, unread } = messageOf(event.data);
	const shown = self.registration.showNotification(title, {
		body,
		tag,
		renotify: true,
		icon: "/icon-192.png",
		badge: "/icon-192.png",
		data: { url },
	});
	const badge = "setAppBadge" in self.navigator && unread > 0 ? self.navigator.setAppBadge(unread) : undefined;
	event.waitUntil(Promise.allSettled([shown, badge]));
});

/** Only a place of ours: what is pushed says where, and nothing pushed leads elsewhere. */
const placeOf = (url) => (typeof url === "string" && /^\/(?!\/)/.test(url) ? url : "/inbox");

async function open(url) {
	const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
	const page = pages.find(({ focused }) => focused) ?? pages[0];
	if (page === undefined) return self.clients.openWindow(url);
	await page.focus();
	page.postMessage({ open: url });
}

self.addEventListener("notificationclick", (event) => {
	event.notification.close();
	event.waitUntil(open(placeOf(event.notification.data?.url)));
});

/** The browser replaced the subscription: the server is told, in the name of the session that is signed in. */
async function replace(before) {
	const { endpoint, keys } = (await self.registration.pushManager.subscribe(before.options)).toJSON();
	await fetch("/api/v1/notifications/push", {
		method: "PUT",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ endpoint, keys }),
	});
}

self.addEventListener("pushsubscriptionchange", (event) => {
	if (event.oldSubscription) event.waitUntil(replace(event.oldSubscription));
});
