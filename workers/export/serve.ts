import { addressUnknown } from "../../contracts/problems/gateway.ts";
import type { Services } from "../platform/services.ts";
import { readLink } from "./link.ts";
import { archiveKey, exportOf } from "./row.ts";

/** Where the client shows what became of a copy, and has a new link made. */
const SCREEN = "/settings/data";

/**
 * The archive a link leads to, or a range of it, so that a download that broke off goes on. A link whose time is over leads to where there
 * is another one. @throws `not_found` for a link that is none of ours
 */
export async function serveExport(services: Services, token: string, { headers }: Request): Promise<Response> {
	const linked = readLink(services, token);
	if (linked === null) throw addressUnknown();
	const { userId, id, endsAt } = linked;
	const row = endsAt > services.clock() ? await exportOf(services, userId) : null;
	const isThere = row?.id === id && row.state === "ready" && (row.endsAt?.getTime() ?? 0) > services.clock();
	const object = isThere ? await services.exports.get(archiveKey(userId, id), { range: headers }) : null;
	if (object === null) return new Response(null, { status: 303, headers: { location: SCREEN, "cache-control": "no-store" } });
	return present(object, headers, `reelay-${row?.askedAt.toISOString().slice(0, 10)}.zip`);
}

function present({ body, size, httpEtag, range }: R2ObjectBody, asked: Headers, filename: string): Response {
	const headers = new Headers({
		"content-type": "application/zip",
		"content-disposition": `attachment; filename="${filename}"`,
		"cache-control": "private, no-store",
		"x-content-type-options": "nosniff",
		"accept-ranges": "bytes",
		etag: httpEtag,
		"content-length": String(size),
	});
	const isPart = asked.has("range") && range !== undefined && "offset" in range;
	if (!isPart) return new Response(body, { headers });
	const from = range.offset ?? 0;
	const length = range.length ?? size - from;
	headers.set("content-range", `bytes ${from}-${from + length - 1}/${size}`);
	headers.set("content-length", String(length));
	return new Response(body, { status: 206, headers });
}
