import { PICTURE_TYPE } from "../../../contracts/pictures.ts";
import { mediaNotFound } from "../../../contracts/problems/videos.ts";
import type { Services } from "../../platform/services.ts";
import { keyAt } from "./address.ts";

/** How long an answer may be kept, seconds: an address never changes its picture, and one that was removed is forgotten within a day. */
const LIFETIME_S = 86_400;
/** How long it may be kept that there is nothing, seconds. */
const MISS_LIFETIME_S = 3;

/** A person's picture, as it was drawn anew. @throws `not_found` */
export async function serveAvatar({ media }: Pick<Services, "media">, request: Request): Promise<Response> {
	const key = keyAt(new URL(request.url).pathname);
	const object = key === null ? null : await media.get(key, { onlyIf: request.headers });
	if (object === null) throw mediaNotFound(MISS_LIFETIME_S);
	const headers = {
		"content-type": PICTURE_TYPE,
		"cache-control": `public, max-age=${LIFETIME_S}, immutable`,
		"x-content-type-options": "nosniff",
		etag: object.httpEtag,
	};
	// R2 leaves the body out where the client has it already.
	return "body" in object ? new Response((object as R2ObjectBody).body, { headers }) : new Response(null, { status: 304, headers });
}
