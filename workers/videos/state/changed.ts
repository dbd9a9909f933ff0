import { type SQL, sql } from "drizzle-orm";
import { videos } from "../../../db/schema/videos.ts";

/**
 * Stamps a row in the statement that changes what a card shows of it: a later moment than any before, so that every isolate drops its
 * copy within its lease, two changes in one millisecond included. Nothing else is ever written to `changed_at`.
 */
export const CHANGED: SQL<Date> = sql`greatest(date_trunc('milliseconds', now()), ${videos.changedAt} + interval '1 millisecond')`;
