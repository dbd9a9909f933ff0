import { addressUnknown } from "../../contracts/problems/gateway.ts";
import type { Services } from "../platform/services.ts";
import { storedFile } from "../platform/stored-file.ts";
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
	const filename = `reelay-${row?.askedAt.toISOString().slice(0, 10)}.zip`;
	const answer = isThere
		? await storedFile(services.exports, archiveKey(userId, id), headers, () => ({
				"content-type": "application/zip",
				"content-disposition": `attachment; filename="${filename}"`,
				"cache-control": "private, no-store",
				"x-content-type-options": "nosniff",
			}))
		: null;
	return answer ?? new Response(null, { status: 303, headers: { location: SCREEN, "cache-control": "no-store" } });
}
