import { screenTime } from "../api/accounts.ts";
import { reminder } from "./reminder.ts";
import { WatchTime } from "./watchTime.ts";

const TICK_MS = 15_000;
/** Other devices watch, too: what the server counted is read this often, milliseconds. */
const READ_EVERY_MS = 5 * 60_000;

const isPlaying = (): boolean => !document.hidden && [...document.querySelectorAll("video")].some(({ paused }) => !paused);

/** Follows how long the person watches, until the answered function is called. Without a connection it goes by what it knew. */
export function followScreenTime(userId: string): () => void {
	const key = `reelay.limit-told.${userId}`;
	const time = new WatchTime(localStorage.getItem(key), (day) => localStorage.setItem(key, day));
	const read = () =>
		screenTime()
			.then((now) => time.read(now))
			.catch(() => undefined);
	void read();
	const reading = setInterval(() => void read(), READ_EVERY_MS);
	const ticking = setInterval(() => {
		const told = time.tick(TICK_MS, isPlaying());
		if (told !== null) reminder.value = told;
	}, TICK_MS);
	return () => {
		clearInterval(reading);
		clearInterval(ticking);
	};
}
