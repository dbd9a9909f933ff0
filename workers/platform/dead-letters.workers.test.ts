import { expect, it } from "vitest";
import { DEAD_LETTERS_KEPT_DAYS, expireDeadLetters, keepDeadLetter } from "./dead-letters.ts";
import { testEnv } from "./test-env.fixture.ts";

const DAY_MS = 86_400_000;
/** No other test keeps letters in those days. */
const NOW = Date.UTC(2031, 4, 20, 3);

it("are kept two weeks, whatever queue they are of, and gone after that, also when some nights were missed", async () => {
	const { ARCHIVE: archive } = testEnv;
	const at = (days: number) => ({ archive, clock: () => NOW - days * DAY_MS });
	for (const days of [0, DEAD_LETTERS_KEPT_DAYS, DEAD_LETTERS_KEPT_DAYS + 1, DEAD_LETTERS_KEPT_DAYS + 5]) {
		for (const queue of ["reelay-events", "reelay-cleanup"])
			await keepDeadLetter(at(days), { queue, messageId: `m${days}`, why: "test", body: null });
	}
	expect(await expireDeadLetters(at(0))).toBe(4);
	const { objects } = await archive.list({ prefix: "dead-letters/2031-" });
	expect(objects.map(({ key }) => key)).toEqual([
		"dead-letters/2031-05-06/reelay-cleanup/m14.json",
		"dead-letters/2031-05-06/reelay-events/m14.json",
		"dead-letters/2031-05-20/reelay-cleanup/m0.json",
		"dead-letters/2031-05-20/reelay-events/m0.json",
	]);
	expect(await expireDeadLetters(at(0))).toBe(0);
});
