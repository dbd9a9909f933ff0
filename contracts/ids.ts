import * as z from "zod";

/**
 * The decimal digits of an id, for use within patterns. One spelling each, without zeros before it: ids are compared as text, and name objects.
 * No id reaches 9 × 10¹⁸ before the end of 2091, and Postgres takes none above 9.22 × 10¹⁸.
 */
export const ID_DIGITS = "(?:0|[1-9]\\d{0,17}|[1-8]\\d{18})";
const WHOLE_ID = new RegExp(`^${ID_DIGITS}$`);

/** A Snowflake id as a decimal string: 41 bits of milliseconds, 10 of node, 12 of sequence. */
export const Id = z.string().regex(WHOLE_ID, "An id is a decimal number.");
export type Id = z.infer<typeof Id>;

/** Whether a text can be an id, whatever it names. */
export const isId = (text: string): boolean => WHOLE_ID.test(text);

/** A client-made UUID; serves as an idempotency key. */
export const ClientUuid = z.uuid();

/** A video named by its id, or, for its creator, by the UUID the upload was begun with. */
export const VideoRef = z.union([Id, ClientUuid]);

/** Opaque place in a list; pass back what `nextCursor` gave. */
export const Cursor = z.string().max(1_024);

/** UTC time, ISO 8601. */
export const Timestamp = z.iso.datetime();
