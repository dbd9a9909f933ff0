import { MadePictureHeaders, PICTURE_TYPE, PictureRefusal, type PictureSpec } from "../../contracts/pictures.ts";
import { pictureRefused, picturesUnavailable } from "../../contracts/problems/pictures.ts";
import { errorFields } from "./log.ts";
import type { Services } from "./services.ts";
import { askTranscoder } from "./transcoder.ts";

/** A container's cold start and a large picture are within it, milliseconds. */
const PATIENCE_MS = 45_000;

/** A picture that may be served. */
export interface MadePicture {
	/** WebP. */
	readonly bytes: ArrayBuffer;
	/** Pixels. */
	readonly width: number;
	readonly height: number;
	readonly blurhash: string;
	/** How likely it shows sexual content, 0 to 1; null where nothing could say. */
	readonly explicit: number | null;
}

/**
 * Has a picture somebody chose drawn anew, by the transcoder: nothing is served as it was uploaded. The file itself is kept nowhere.
 * @param ownerId whose it is; says which instance draws it
 * @throws `picture_refused` in words for who chose it, `unavailable` when it is worth trying again
 */
export async function remakePicture(
	services: Pick<Services, "objects" | "config" | "clock" | "log">,
	ownerId: string,
	file: ArrayBuffer,
	spec: PictureSpec,
): Promise<MadePicture> {
	const answer = await ask(services, ownerId, file, spec);
	if (answer.status === 422) throw pictureRefused(PictureRefusal.parse(await answer.json()).message);
	const said = MadePictureHeaders.safeParse(Object.fromEntries(answer.headers));
	if (!answer.ok || !said.success || answer.headers.get("content-type") !== PICTURE_TYPE) {
		await answer.body?.cancel();
		services.log.warn("picture_not_made", { userId: ownerId, status: answer.status });
		throw picturesUnavailable();
	}
	const {
		"x-picture-width": width,
		"x-picture-height": height,
		"x-picture-blurhash": blurhash,
		"x-picture-explicit": explicit = null,
	} = said.data;
	return { bytes: await answer.arrayBuffer(), width, height, blurhash, explicit };
}

async function ask(
	services: Pick<Services, "objects" | "config" | "clock" | "log">,
	ownerId: string,
	body: ArrayBuffer,
	spec: PictureSpec,
): Promise<Response> {
	const query = new URLSearchParams({ fit: spec.fit, width: String(spec.width), height: String(spec.height) });
	const request = { method: "POST", path: `/pictures?${query}`, body, signal: AbortSignal.timeout(PATIENCE_MS) };
	try {
		return await askTranscoder(services, ownerId, request, "application/octet-stream");
	} catch (error) {
		services.log.warn("picture_not_made", { userId: ownerId, ...errorFields(error) });
		throw picturesUnavailable(error);
	}
}
