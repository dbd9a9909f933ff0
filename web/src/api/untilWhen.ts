import { locale } from "../language/language.ts";
import * as shellWords from "../shell/shell.words.ts";

/**
 * Until when a limit of a day holds, in words, by this device's clock and zone: the day is UTC's, and ends in the afternoon in California.
 * @param seconds from now on
 * @param timeZone the device's own when left out
 */
export function untilWhen(seconds: number, now: number, timeZone?: string): string {
	const moment = new Intl.DateTimeFormat(locale.value, { weekday: "long", hour: "numeric", minute: "2-digit", timeZone });
	// The answer's seconds are rounded up, and it took a moment to come: the day ends at a full minute.
	return shellWords.goOnFrom({ when: moment.format(Math.round((now + seconds * 1_000) / 60_000) * 60_000) });
}
