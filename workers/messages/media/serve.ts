import type { Hono } from "hono";
import { ClientUuid } from "../../../contracts/ids.ts";
import { ConversationId } from "../../../contracts/messages.ts";
import { signInFirst } from "../../../contracts/problems/gateway.ts";
import { mediaNotFound } from "../../../contracts/problems/videos.ts";
import { type AppEnv, limitMedia } from "../../gateway/index.ts";
import type { Services } from "../../platform/services.ts";
import { storedFile } from "../../platform/stored-file.ts";
import { mayMeet } from "../../rules/people.ts";
import { relationsOf } from "../../rules/relations.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { isGroup, otherIn } from "../ids.ts";
import { conversationOf } from "../protocol.ts";
import { mediaKey } from "./files.ts";

/** How long a member's own client keeps it, seconds: an address never changes what it shows, and who unsends it wants it gone soon. */
const LIFETIME_S = 3_600;

/** `GET /messages/{conversation}/{media}`: photos and voice notes, for those alone who are in the conversation at that moment. */
export function messageMediaRoutes(app: Hono<AppEnv>): void {
	app.get("/messages/:conversationId/:mediaId", async (context) => {
		const { services } = context.var;
		const { conversationId, mediaId } = context.req.param();
		const isPage = !ConversationId.safeParse(conversationId).success || !ClientUuid.safeParse(mediaId).success;
		// The client's own pages begin alike.
		if (isPage) return context.env.ASSETS.fetch(context.req.raw);
		await limitMedia(services, context.req.raw.headers);
		const { viewer } = await context.var.identify();
		if (viewer?.kind !== "user") throw signInFirst();
		return serve(services, viewer, conversationId, mediaId, context.req.raw);
	});
}

async function serve(services: Services, viewer: UserViewer, conversationId: string, mediaId: string, request: Request): Promise<Response> {
	const key = await keyFor(services, viewer, conversationId, mediaId);
	const answer =
		key === null
			? null
			: await storedFile(services.media, key, request.headers, ({ httpMetadata }) => ({
					"cache-control": `private, max-age=${LIFETIME_S}`,
					"x-content-type-options": "nosniff",
					"content-type": httpMetadata?.contentType ?? "application/octet-stream",
				}));
	if (answer === null) throw mediaNotFound(0);
	return answer;
}

/** Null for who is not in it, for what was taken back, and in a group for what is of somebody they may not meet. */
async function keyFor(services: Services, viewer: UserViewer, conversationId: string, mediaId: string): Promise<string | null> {
	try {
		otherIn(conversationId, viewer.userId);
	} catch {
		return null;
	}
	const [row, relations] = await Promise.all([
		conversationOf(services, conversationId).media(viewer.userId, mediaId),
		relationsOf(services, viewer),
	]);
	if (row === null || row.encoded === null) return null;
	if (isGroup(conversationId) && !mayMeet(relations, row.ownerId)) return null;
	return mediaKey(conversationId, mediaId);
}
