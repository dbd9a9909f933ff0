import { ingestKeys, type Original } from "../../../contracts/media.ts";
import type { Services } from "../../platform/services.ts";
import { askStore } from "../media-store.ts";
import type { VideoRow } from "../state/index.ts";
import { arrivedParts } from "../upload/parts.ts";
import type { Failure } from "./fail.ts";

/** What is there is not what the upload was completed with: no attempt can make it so again. */
export const ORIGINAL_CHANGED: Failure = {
	code: "original_changed",
	message: "The uploaded file was changed or removed after the upload was complete, so it can't be used. Please upload it again.",
};

/** A part is gone, or is another than was pinned. */
export class OriginalChanged extends Error {
	override readonly name = "OriginalChanged";
}

interface PinnedPart {
	readonly key: string;
	readonly bytes: number;
	readonly etag: string;
}

/** The parts of a video's original, in their order, as they were pinned. */
export const pinnedParts = (videoId: string, { folder, parts }: Original): PinnedPart[] =>
	parts.map(({ bytes, etag }, index) => ({ key: ingestKeys.part(videoId, folder, index + 1), bytes, etag }));

/** Whether all parts are the ones the upload was completed with. @throws ProblemError unavailable */
export async function isOriginalThere(services: Services, { id, original }: Pick<VideoRow, "id" | "original">): Promise<boolean> {
	if (original === null) return false;
	const there = await askStore(services, "ingest", id, (ingest) => arrivedParts(ingest, { videoId: id, folder: original.folder }));
	const found = new Map(there.map(({ partNumber, etag }) => [partNumber, etag]));
	return original.parts.every(({ etag }, index) => found.get(index + 1) === etag);
}
