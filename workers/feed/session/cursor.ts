import type { Random } from "../../../recommender/types.ts";

/** An id is a Snowflake: below 2^63, eight bytes. */
const ID_BYTES = 8;
const ID_MAX = 2n ** 63n;

/** So many ids fit a cursor (contracts/ids.ts). */
export const NAMED_MAX = 90;

/**
 * A new page's cursor: unlike any other, and telling what this page showed and those before that are not written yet. So that
 * nothing comes twice even when the object is lost before it has written them down.
 */
export function newCursor(now: number, random: Random, videoIds: readonly string[]): string {
	const ids = new DataView(new ArrayBuffer(videoIds.length * ID_BYTES));
	videoIds.forEach((id, place) => {
		ids.setBigUint64(place * ID_BYTES, BigInt(id));
	});
	const name = `${now.toString(36)}.${Math.floor(random() * 2 ** 40).toString(36)}`;
	return `${name}.${Buffer.from(ids.buffer).toString("base64url")}`;
}

/** What the pages showed that this cursor tells of; nothing for any other text. */
export function shownBefore(cursor: string): string[] {
	const [, , text, ...rest] = cursor.split(".");
	if (text === undefined || rest.length > 0) return [];
	const bytes = Buffer.from(text, "base64url");
	if (bytes.length % ID_BYTES !== 0) return [];
	const ids = Array.from({ length: bytes.length / ID_BYTES }, (_, place) => bytes.readBigUInt64BE(place * ID_BYTES));
	return ids.every((id) => id > 0n && id < ID_MAX) ? ids.map(String) : [];
}
