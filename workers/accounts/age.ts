import { ADULT_AGE_YEARS } from "../../contracts/limits.ts";

/**
 * Whole years between a birthdate (`YYYY-MM-DD`) and a moment, by the UTC calendar. Who was born on 29 February has the
 * birthday on 1 March in other years.
 * @param now milliseconds since 1970
 */
export function ageOn(birthdate: string, now: number): number {
	const [year = 0, month = 1, day = 1] = birthdate.split("-").map(Number);
	const today = new Date(now);
	const beforeBirthday = today.getUTCMonth() + 1 < month || (today.getUTCMonth() + 1 === month && today.getUTCDate() < day);
	return today.getUTCFullYear() - year - (beforeBirthday ? 1 : 0);
}

/** Whether an account made at this moment is a teen's. @param now milliseconds since 1970 */
export const isTeenOn = (birthdate: string, now: number): boolean => ageOn(birthdate, now) < ADULT_AGE_YEARS;
