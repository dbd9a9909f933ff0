import { createHmac } from "node:crypto";
import type { Services } from "../platform/services.ts";
import { snowflakeTime } from "../platform/snowflake.ts";
import { comparable, isFlood } from "./flood.ts";
import { addOne } from "./tallies.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** An account younger than this is of those that a ring makes for the purpose. */
const YOUNG_MS = 7 * DAY_MS;

/** Counts a comment's words, under a keyed hash, for two hours. @returns whether they flood; false while Redis can't be asked */
export async function floods(services: Services, userId: string, text: string): Promise<boolean> {
	const words = comparable(text);
	if (words === null) return false;
	const now = services.clock();
	const hour = Math.floor(now / HOUR_MS);
	const hash = (name: string) =>
		createHmac("sha256", services.config.AUTH_SECRET).update(`words:${hour}:${name}`).digest("base64url").slice(0, 16);
	const key = `crowd:${hour}:words:${hash(words)}`;
	const isYoung = now - snowflakeTime(userId) < YOUNG_MS;
	const [byOne = 1, byYoung = 0] = await addOne(
		services,
		isYoung
			? [
					[key, hash(userId)],
					[key, "young"],
				]
			: [[key, hash(userId)]],
	);
	return isFlood({ byOne, byYoung });
}
