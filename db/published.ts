import { and, eq } from "drizzle-orm";
import { videos } from "./schema/videos.ts";

/** Rows of videos that are up and meant for everyone: those a profile counts, a private account's too. */
export const isUp = and(eq(videos.status, "ready"), eq(videos.visibility, "public"));

/**
 * Rows of videos that strangers may be brought. Whether one is shown at this moment also depends on its creator, who may be leaving
 * (`videos.hiddenAt`): where lists are made, that is asked as well.
 */
export const isPublished = and(isUp, eq(videos.creatorPrivate, false), eq(videos.creatorTeen, false), eq(videos.restriction, "none"));
