import { fold } from "../../contracts/words.ts";

/** Letters and digits: what is shorter ("congratulations", "happy birthday") many people write alike. */
const LEAST_LETTERS = 24;
/** Times one person may write the same under videos within an hour. */
export const SAME_OF_ONE = 5;
/** … and all young accounts together. People who have been here for longer may copy a joke as often as they like. */
export const SAME_OF_YOUNG = 20;

/** How often the same words were written within the hour, this time included. */
export interface Repeated {
	readonly byOne: number;
	/** By young accounts; 0 where this one is not young. */
	readonly byYoung: number;
}

/** Whether words are repeated as no person repeats them: then they wait for the creator, and nobody is refused anything. */
export const isFlood = ({ byOne, byYoung }: Repeated): boolean => byOne > SAME_OF_ONE || byYoung > SAME_OF_YOUNG;

/** What a text is compared by: its letters and digits, so that a dot more is no other text. Null where it is too short to tell. */
export function comparable(text: string): string | null {
	const letters = fold(text).replace(/[^\p{L}\p{N}]/gu, "");
	return [...letters].length < LEAST_LETTERS ? null : letters;
}
