import { ingestKeys, mediaKeys, type Original } from "../../../contracts/media.ts";
import type { AddedSound } from "../../../contracts/sound-files.ts";
import type { TranscodeJob } from "../../../contracts/transcode.ts";
import type { Services } from "../../platform/services.ts";
import { libraryFiles } from "../../trust/index.ts";
import type { VideoRow } from "../state/index.ts";
import { presignMedia, presignRead } from "../upload/presign.ts";
import { folderAccess } from "./access.ts";
import { pinnedParts } from "./original.ts";

/**
 * What the transcoder is told: the original as the parts it was uploaded in, pinned, and readable for an hour; and, unless
 * `only` the embedding is wanted, what opens the folder it is to write to.
 */
export async function transcodeJob(
	services: Services,
	row: VideoRow,
	original: Original,
	requestId: string,
	only?: TranscodeJob["only"],
	download?: TranscodeJob["download"],
): Promise<TranscodeJob> {
	const parts = await Promise.all(
		pinnedParts(row.id, original).map(async ({ key, bytes, etag }) => ({
			url: await presignRead(services.config, key, etag),
			bytes,
			etag,
		})),
	);
	const { addedSound } = row;
	const outputPrefix = mediaKeys.generation(row.id, row.generation);
	return {
		videoId: row.id,
		generation: row.generation,
		requestId,
		source: { parts, bytes: row.originalBytes },
		...(addedSound === null ? {} : { sound: await addedTo(services, row.id, original, addedSound) }),
		...(only === undefined ? { library: await presignedLibrary(services) } : {}),
		...(row.muted === null ? {} : { muted: row.muted }),
		text: { title: row.title, description: row.description, hashtags: row.hashtags },
		...(row.coverAtMs === null ? {} : { cover: { atMs: row.coverAtMs, number: row.coverAsked } }),
		outputPrefix,
		...(only === undefined ? {} : { only }),
		...(download === undefined ? {} : { download }),
		...(only === "embedding" ? {} : { access: await folderAccess(services.config, outputPrefix, services.clock()) }),
	};
}

/** Known recordings and videos, as files that can be read for an hour. */
const presignedLibrary = async (services: Services): Promise<NonNullable<TranscodeJob["library"]>> =>
	Promise.all(
		(await libraryFiles(services)).map(async ({ key, bytes, isSealed }) => ({
			name: key,
			url: await presignMedia(services.config, key),
			bytes,
			sealed: isSealed,
		})),
	);

async function addedTo({ config }: Pick<Services, "config">, videoId: string, { folder }: Original, { mix, bytes, etag }: AddedSound) {
	const url = await presignRead(config, ingestKeys.sound(videoId, folder), etag);
	return { mix, source: { parts: [{ url, bytes, etag }], bytes } };
}
