import { effect } from "@preact/signals";
import { news } from "../shell/activity.ts";

type Badged = Navigator & { setAppBadge?: (count: number) => Promise<void>; clearAppBadge?: () => Promise<void> };

/** Keeps the number of what waits on the app's icon, where it is installed. */
export function keepBadge(): void {
	const { setAppBadge, clearAppBadge } = navigator as Badged;
	effect(() => {
		const shown = news.value > 0 ? setAppBadge?.call(navigator, news.value) : clearAppBadge?.call(navigator);
		// Refused where the app is not installed: the tab bar and the title show it all the same.
		shown?.catch(() => undefined);
	});
}
