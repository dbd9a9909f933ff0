import * as z from "zod";

/** A Snowflake id as a decimal string: 41 bits of milliseconds, 10 of node, 12 of sequence. */
export const Id = z.string().regex(/^\d{1,19}$/, "an id is a decimal number");
export type Id = z.infer<typeof Id>;

/** A client-made UUID; serves as an idempotency key. */
export const ClientUuid = z.uuid();

/** A video named by its id, or, for its creator, by the UUID the upload was begun with. */
export const VideoRef = z.union([Id, ClientUuid]);

/** Opaque place in a list; pass back what `nextCursor` gave. */
export const Cursor = z.string().max(512);

/** UTC time, ISO 8601. */
export const Timestamp = z.iso.datetime();
