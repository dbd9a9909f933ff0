import * as z from "zod";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import type { VideoRecord } from "../../videos/cards/index.ts";

/**
 * A space is what one version of the embedding's projection spans: vectors of different spaces can't be compared. One is
 * served; while videos are embedded anew for another, that one's vectors lie beside it in the index, under ids and a namespace
 * of their own, and nobody asks for them until it is whole.
 */
export const SPACE_KEY = "vector-space";

export const VectorSpace = z.object({
	/** The version that is served. */
	active: z.string().min(1),
	/** The one being filled: how many videos have it, and since when there were no more, milliseconds since 1970. */
	next: z.object({ version: z.string().min(1), videos: z.int(), since: z.number() }).nullable(),
	/** The one served before, still to be cleared from the index; `after`: ids up to here are. */
	retired: z.object({ version: z.string().min(1), after: z.string() }).nullable(),
	/** Those served before, or given up: videos that still have them don't bring them back. */
	past: z.array(z.string()),
});
export type VectorSpace = z.infer<typeof VectorSpace>;

/** Null before the first one was chosen. @throws when KV can't be asked */
export async function readSpace(services: Services): Promise<VectorSpace | null> {
	const value = await services.models.get<unknown>(SPACE_KEY, "json").catch((error: unknown) => {
		// Text that is no JSON: as good as none, and chosen anew from the rows.
		if (!(error instanceof SyntaxError)) throw error;
		services.log.error("vector_space_unreadable", errorFields(error));
		return null;
	});
	const parsed = VectorSpace.nullable().safeParse(value);
	if (!parsed.success) services.log.error("vector_space_unreadable", { issue: parsed.error.issues[0]?.message });
	return parsed.success ? parsed.data : null;
}

type Vectors = Pick<VideoRecord, "embedding" | "embeddingVersion" | "servedVector" | "servedVectorVersion">;

/**
 * The vector a video is retrieved and ranked by in a space: what the trainer made of it, else its content's; base64, null
 * when it has none there. Without a space (none was ever chosen) there is only one.
 */
export function vectorIn(record: Vectors, space: string | null): string | null {
	if (record.servedVector !== null && (space === null || record.servedVectorVersion === space)) return record.servedVector;
	return record.embedding !== null && (space === null || record.embeddingVersion === space) ? record.embedding : null;
}
