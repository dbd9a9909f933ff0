import type { videos } from "../../../db/schema/videos.ts";

/** A video as it is stored. */
export type VideoRow = typeof videos.$inferSelect;

/** What a row can be; an upload that is not complete has no row. */
export type StoredStatus = VideoRow["status"];
