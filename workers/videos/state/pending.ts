import { and, eq, or, type SQL } from "drizzle-orm";
import { videos } from "../../../db/schema/videos.ts";
import { GUARDS } from "./guards.ts";
import type { State } from "./transitions.ts";

/** Rows whose newest generation is still to be made: first processing, or a reprocessing while the old generation is served. */
export const anyPending = (): SQL | undefined =>
	or(eq(videos.status, "processing"), and(eq(videos.status, "ready"), GUARDS.remade.where()));

/** Made, and kept from being shown: by what it is, nothing of it is removed. */
export const isWithheld = ({ status }: Pick<State, "status">): boolean => status === "review" || status === "blocked";

/** The same of a row at hand. */
export const isPending = (row: State): boolean => row.status === "processing" || (row.status === "ready" && GUARDS.remade.holds(row));
