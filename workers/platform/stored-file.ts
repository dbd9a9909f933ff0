import { parseRange } from "./range.ts";

/**
 * Answers a request for a stored object as HTTP has it: all of it, one range of it, that it is the one the client has, or that it has no such
 * range. @param headersOf what is to be said of the object; its ETag, its length and that ranges are answered are added
 * @returns null when nothing lies under the key
 */
export async function storedFile(
	bucket: R2Bucket,
	key: string,
	asked: Headers,
	headersOf: (object: R2Object) => Readonly<Record<string, string>>,
): Promise<Response | null> {
	// How long it is has to be known first: the store refuses ranges that it can't give with an error, and those from the end it tells of in other words.
	const range = asked.get("range");
	const known = range === null ? null : await bucket.head(key);
	const part = known === null ? null : parseRange(range, known.size);
	if (known !== null && part === "unsatisfiable") {
		return new Response(null, { status: 416, headers: { "content-range": `bytes */${known.size}`, "accept-ranges": "bytes" } });
	}
	const object = await bucket.get(key, { onlyIf: asked, ...(part === null || part === "unsatisfiable" ? {} : { range: part }) });
	if (object === null) return null;
	const headers = new Headers({ ...headersOf(object), "accept-ranges": "bytes", etag: object.httpEtag });
	if (!("body" in object)) return new Response(null, { status: 304, headers });
	const { body, size } = object as R2ObjectBody;
	const { offset, length } = part === null || part === "unsatisfiable" ? { offset: 0, length: size } : part;
	headers.set("content-length", String(length));
	if (part !== null) headers.set("content-range", `bytes ${offset}-${offset + length - 1}/${size}`);
	return new Response(body, { status: part === null ? 200 : 206, headers });
}
