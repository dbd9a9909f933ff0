import { DOWNLOAD_NAME, mediaKeys } from "../../../contracts/media.ts";
import { ProblemError } from "../../../contracts/problems/problem-error.ts";
import { parseRange } from "../../platform/range.ts";
import type { Services } from "../../platform/services.ts";
import { relationsOf } from "../../rules/relations.ts";
import { standingOf } from "../../rules/videos.ts";
import { loadVideo } from "../cards/index.ts";
import { askStore } from "../media-store.ts";
import { type Access, mediaAccess, mediaMissing } from "./access.ts";
import { checkGrant } from "./grant.ts";
import { isKnownMiss, rememberMiss } from "./misses.ts";
import { isPlaylist, type MediaPath, parseMediaPath } from "./path.ts";
import { rebasePlaylist } from "./playlist.ts";

/** How long shared caches and browsers keep what never changes, seconds (docs/product.md#caches). */
const LIFETIME_S = 86_400;

/** What the platform gives a request: the shared cache, and time after the answer. */
export interface Surroundings {
	readonly cache: Cache;
	readonly waitUntil: (promise: Promise<unknown>) => void;
}

/**
 * Serves one object of a video, from the Cache API or R2. Whether it may be seen is decided first, so a deletion shows at
 * once though the bytes are cached. Answers ranges, conditions and HEAD.
 * @throws ProblemError not_found, unavailable
 */
export async function serveMedia(services: Services, request: Request, { cache, waitUntil }: Surroundings): Promise<Response> {
	const path = parseMediaPath(new URL(request.url).pathname);
	if (path === null || (await isKnownMiss(services, path))) throw mediaMissing();
	try {
		return await serveObject(services, request, path, { cache, waitUntil });
	} catch (error) {
		if (error instanceof ProblemError && error.code === "not_found") rememberMiss(services, path);
		throw error;
	}
}

async function serveObject(services: Services, request: Request, path: MediaPath, { cache, waitUntil }: Surroundings): Promise<Response> {
	const video = await loadVideo(services, path.videoId);
	const access = await mediaAccess(video, path, {
		verify: (grant) => checkGrant(services.config.GRANT_SECRET, path.videoId, grant, services.clock()),
		standing: async (userId, creatorId) => standingOf(await relationsOf(services, { kind: "user", userId }), userId, creatorId),
	});
	const object =
		access.scope === "unfinished"
			? await fromBucket(services, path, access)
			: await cached(services, path, access, request.url, cache, waitUntil);
	return present(request, object, path, access);
}

/** An object with what an answer needs of it. */
interface MediaObject {
	readonly body: ReadableStream<Uint8Array> | Uint8Array;
	readonly size: number;
	readonly etag: string;
}

async function fromBucket(services: Services, path: MediaPath, access: Access): Promise<MediaObject> {
	const key = mediaKeys.generation(path.videoId, access.generation) + path.name;
	const object = await askStore(services, "media", key, (media) => media.get(key));
	if (object === null) throw mediaMissing();
	if (!isPlaylist(path.name) || path.generation !== null) return { body: object.body, size: object.size, etag: object.httpEtag };
	const folder = `g${access.generation}/`;
	const body = new TextEncoder().encode(rebasePlaylist(await object.text(), folder));
	return { body, size: body.length, etag: `"g${access.generation}-${object.etag}"` };
}

/** The cache is asked under an address without region, grant or query: every way to an object shares one copy. */
async function cached(
	services: Services,
	path: MediaPath,
	access: Access,
	requestUrl: string,
	cache: Cache,
	waitUntil: Surroundings["waitUntil"],
): Promise<MediaObject> {
	const own = path.generation === null ? "current/" : "";
	const key = new URL(`/videos/cached/${path.videoId}/${own}g${access.generation}/${path.name}`, requestUrl).href;
	const hit = await cache.match(key);
	const size = Number(hit?.headers.get("content-length"));
	if (hit !== undefined && hit.body !== null && size > 0) return { body: hit.body, size, etag: hit.headers.get("etag") ?? "" };
	const object = await fromBucket(services, path, access);
	const [body, copy] = object.body instanceof Uint8Array ? [object.body, object.body] : object.body.tee();
	const headers = {
		"content-type": path.contentType,
		"content-length": String(object.size),
		etag: object.etag,
		"cache-control": `public, max-age=${LIFETIME_S}`,
	};
	waitUntil(
		cache
			.put(key, new Response(copy, { headers }))
			.catch((error: unknown) => services.log.warn("media_cache_put_failed", { key, error: String(error) })),
	);
	return { ...object, body };
}

function present(request: Request, object: MediaObject, path: MediaPath, access: Access): Response {
	const headers = new Headers({
		"content-type": path.contentType,
		"accept-ranges": "bytes",
		etag: object.etag,
		"cache-control": cacheControl(path, access),
		"x-content-type-options": "nosniff",
	});
	if (DOWNLOAD_NAME.test(path.name)) headers.set("content-disposition", `attachment; filename="reelay-${path.videoId}.mp4"`);
	if (matches(request.headers.get("if-none-match"), object.etag)) {
		discard(object);
		return new Response(null, { status: 304, headers });
	}
	// Ranges are for GET alone (RFC 9110 §14.2).
	const ranged = request.method === "GET" && matchesRange(request, object.etag);
	const asked = ranged ? parseRange(request.headers.get("range"), object.size) : null;
	if (asked === "unsatisfiable") {
		discard(object);
		headers.set("content-range", `bytes */${object.size}`);
		return new Response(null, { status: 416, headers });
	}
	const { offset, length } = asked ?? { offset: 0, length: object.size };
	if (asked !== null) headers.set("content-range", `bytes ${offset}-${offset + length - 1}/${object.size}`);
	headers.set("content-length", String(length));
	const status = asked === null ? 200 : 206;
	if (request.method === "HEAD") {
		discard(object);
		return new Response(null, { status, headers });
	}
	const body = asked === null ? object.body : slice(object.body, offset, length);
	return new Response(body, { status, headers });
}

function cacheControl(path: MediaPath, access: Access): string {
	if (access.scope === "unfinished") return "private, no-store";
	const immutable = path.generation === null ? "" : ", immutable";
	if (access.scope === "public") return `public, max-age=${LIFETIME_S}${immutable}`;
	return `private, max-age=${Math.max(1, Math.min(LIFETIME_S, access.seconds))}${immutable}`;
}

const matches = (condition: string | null, etag: string): boolean =>
	condition !== null && (condition.trim() === "*" || condition.split(",").some((one) => weak(one) === weak(etag)));
const weak = (etag: string): string => etag.trim().replace(/^W\//, "");

/** A range under `If-Range` holds only for the very copy the client has a part of. */
function matchesRange(request: Request, etag: string): boolean {
	const condition = request.headers.get("if-range");
	return condition === null || condition.trim() === etag;
}

function discard({ body }: MediaObject): void {
	if (!(body instanceof Uint8Array)) void body.cancel().catch(() => undefined);
}

/** So many bytes from an offset on; what comes before is read and dropped, what comes after is not read. */
function slice(body: MediaObject["body"], offset: number, length: number): BodyInit {
	if (body instanceof Uint8Array) return body.subarray(offset, offset + length);
	const { readable, writable } = new FixedLengthStream(length);
	void copySlice(body, writable, offset, length);
	return readable;
}

async function copySlice(
	body: ReadableStream<Uint8Array>,
	writable: WritableStream<Uint8Array>,
	offset: number,
	length: number,
): Promise<void> {
	const writer = writable.getWriter();
	const reader = body.getReader();
	let at = 0;
	try {
		while (at < offset + length) {
			const { done, value } = await reader.read();
			if (done) break;
			const piece = value.subarray(Math.max(0, offset - at), Math.max(0, offset + length - at));
			at += value.length;
			if (piece.length > 0) await writer.write(piece);
		}
		await writer.close();
	} catch (error) {
		await writer.abort(error).catch(() => undefined);
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}
