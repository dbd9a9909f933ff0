import { and, eq } from "drizzle-orm";
import { videos } from "./schema/videos.ts";

/**
 * Rows of videos that are up and public. Whether one is shown to strangers at this moment also depends on its creator, who may be
 * leaving (`videos.hiddenAt`): where lists are made, that is asked as well.
 */
export const isPublished = and(eq(videos.status, "ready"), eq(videos.visibility, "public"));
