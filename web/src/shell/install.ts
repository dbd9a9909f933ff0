import { signal } from "@preact/signals";

/** What Chromium hands to a page that it would install. */
interface Offer extends Event {
	prompt(): Promise<{ readonly outcome: "accepted" | "dismissed" }>;
}

/** The browser's offer to install the app; null as long as it makes none. Kept for when the person asks: nobody is interrupted for it. */
export const offered = signal<Offer | null>(null);

addEventListener("beforeinstallprompt", (event) => {
	event.preventDefault();
	offered.value = event as Offer;
});
addEventListener("appinstalled", () => (offered.value = null));

/** It runs from the home screen. */
export const isInstalled = (): boolean => matchMedia("(display-mode: standalone)").matches;

/** Asks the browser to install. An offer is good once. */
export async function install(): Promise<void> {
	const offer = offered.value;
	offered.value = null;
	await offer?.prompt();
}
