import { RETENTION } from "../../contracts/retention.ts";
import type { Services } from "./services.ts";

/** Messages nobody could do anything with are kept for the operators so long, days. */
export const DEAD_LETTERS_KEPT_DAYS = RETENTION.deadLetters.days;
/** Days looked at beyond it: a few nights may have been missed. */
const LOOKED_BACK_DAYS = 7;
const DAY_MS = 86_400_000;
/** Keys R2 lists or deletes in one call, at most. */
const KEYS_A_CALL = 1_000;

/** Where they all are, in the archive's bucket. */
export const DEAD_LETTERS = "dead-letters/";
/** Where those of one day (UTC) are. @param at milliseconds since 1970 */
export const dayOf = (at: number): string => `${DEAD_LETTERS}${new Date(at).toISOString().slice(0, 10)}/`;

export interface DeadLetter {
	/** The queue it came from, without `-dead`. */
	readonly queue: string;
	readonly messageId: string;
	readonly why: string;
	/** What of it may be kept: never an address or the text of a mail. */
	readonly body: unknown;
}
/** As it is stored, with the moment, milliseconds since 1970. */
export type KeptLetter = DeadLetter & { readonly at: number };

/**
 * Keeps a message for the operators: `dead-letters/<day>/<queue>/<message>.json` in the archive's bucket, which nothing reads by itself and `/ops` shows.
 * @throws when the bucket refuses: the message is to come again
 */
export async function keepDeadLetter(services: Pick<Services, "archive" | "clock">, letter: DeadLetter): Promise<void> {
	const at = services.clock();
	await services.archive.put(
		`${dayOf(at)}${letter.queue}/${letter.messageId}.json`,
		JSON.stringify({ ...letter, at } satisfies KeptLetter),
	);
}

/** Deletes dead letters past their time. @returns how many */
export async function expireDeadLetters({ archive, clock }: Pick<Services, "archive" | "clock">): Promise<number> {
	let deleted = 0;
	for (let day = DEAD_LETTERS_KEPT_DAYS + 1; day <= DEAD_LETTERS_KEPT_DAYS + LOOKED_BACK_DAYS; day++) {
		for (;;) {
			const { objects } = await archive.list({ prefix: dayOf(clock() - day * DAY_MS), limit: KEYS_A_CALL });
			if (objects.length === 0) break;
			await archive.delete(objects.map(({ key }) => key));
			deleted += objects.length;
		}
	}
	return deleted;
}
