/** What strikes lead to. A strike counts for ninety days; each that stands together with others takes the next step. */

const DAY_MS = 86_400_000;
export const STRIKE_LASTS_MS = 90 * DAY_MS;
/** A shadow limit that says nothing else ends by itself, milliseconds. */
export const LIMIT_LASTS_MS = 30 * DAY_MS;
/** Suspended for good: a time no clock here reaches. */
export const FOR_GOOD = new Date("9999-12-31T00:00:00.000Z");

/** Whether something that lasts until then never ends by itself. */
export const isForGood = (until: Date): boolean => until.getTime() >= FOR_GOOD.getTime();

/** How long an account is suspended at the first, second … strike that stands, milliseconds. The first two are a warning. */
const STEPS: readonly (number | "for_good")[] = [0, 0, 7 * DAY_MS, 30 * DAY_MS, "for_good"];

/**
 * Until when an account is suspended by a strike; null when it is a warning.
 * @param standing strikes that stand, this one among them @param now milliseconds since 1970
 */
export function suspendedBy(standing: number, now: number): Date | null {
	const step = STEPS[Math.min(standing, STEPS.length) - 1] ?? 0;
	if (step === "for_good") return FOR_GOOD;
	return step === 0 ? null : new Date(now + step);
}

/** The version of all this that decisions are made by. */
export const POLICY_VERSION = "2026-11";
