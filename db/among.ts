import { type Column, type SQL, sql } from "drizzle-orm";

/**
 * That a column is one of these ids. For sets that may be large, as of all whom somebody follows: the ids are one parameter, where
 * `inArray` makes each its own, and a statement with ten thousand of them takes longer to write and to read than to answer.
 */
export const among = (column: Column, ids: readonly string[]): SQL => sql`${column} = any(${`{${ids.join(",")}}`}::bigint[])`;
