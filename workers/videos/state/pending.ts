import { and, eq, or, type SQL } from "drizzle-orm";
import { videos } from "../../../db/schema/videos.ts";
import { GUARDS } from "./guards.ts";
import type { State } from "./transitions.ts";

/** Rows whose newest generation is still to be made: first processing, or a reprocessing while the old generation is served. */
export const anyPending = (): SQL | undefined =>
	or(eq(videos.status, "processing"), and(eq(videos.status, "ready"), GUARDS.remade.where()));

/** The same of a row at hand. */
export const isPending = (row: State): boolean => row.status === "processing" || (row.status === "ready" && GUARDS.remade.holds(row));
