import * as studioWords from "./studio.words.ts";

/** Seconds left → "about 20 seconds left". */
export function timeLeft(seconds: number): string {
	if (seconds < 8) return studioWords.fewSecondsLeft();
	if (seconds < 55) return studioWords.secondsLeft({ count: Math.ceil(seconds / 5) * 5 });
	return studioWords.minutesLeft({ count: Math.ceil(seconds / 60) });
}
