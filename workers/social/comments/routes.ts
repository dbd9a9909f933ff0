import type { Hono } from "hono";
import * as contract from "../../../contracts/comments.ts";
import { type AppEnv, reply, route } from "../../gateway/index.ts";
import { ownVideoRules, rulesOfCreator, setRulesOfCreator, setVideoRules } from "./allowed.ts";
import { createComment } from "./create.ts";
import { editComment } from "./edit.ts";
import { approveComment, listHeldComments } from "./held.ts";
import { likeComment, unlikeComment } from "./like.ts";
import { listComments } from "./list.ts";
import { setHeart, setPin } from "./prefer.ts";
import { deleteComment } from "./remove.ts";
import { suggestMentions } from "./suggest.ts";
import { listReplies, loadThread } from "./thread.ts";

export function commentRoutes(app: Hono<AppEnv>): void {
	route(app, contract.createComment, async ({ services, viewer, params, body, log }) => {
		const { comment, commentCount, isNew } = await createComment(services, viewer, params.videoId, body);
		if (isNew) log.info("comment_created", { videoId: comment.videoId, commentId: comment.id, userId: viewer.userId });
		return reply(isNew ? 201 : 200, { comment, commentCount });
	});
	route(app, contract.listComments, ({ services, viewer, params, query }) => listComments(services, viewer, params.videoId, query));
	route(app, contract.listReplies, ({ services, viewer, params, query }) =>
		listReplies(services, viewer, params.videoId, params.commentId, query),
	);
	route(app, contract.getComment, ({ services, viewer, params }) => loadThread(services, viewer, params.videoId, params.commentId));
	route(app, contract.editComment, async ({ services, viewer, params, body }) => ({
		comment: await editComment(services, viewer, params.videoId, params.commentId, body.text),
	}));
	route(app, contract.deleteComment, ({ services, viewer, params }) => deleteComment(services, viewer, params.videoId, params.commentId));
	route(app, contract.likeComment, ({ services, viewer, params }) => likeComment(services, viewer, params.videoId, params.commentId));
	route(app, contract.unlikeComment, ({ services, viewer, params }) => unlikeComment(services, viewer, params.videoId, params.commentId));
	for (const [endpoint, on] of [
		[contract.heartComment, true],
		[contract.unheartComment, false],
	] as const) {
		route(app, endpoint, async ({ services, viewer, params }) => ({
			comment: await setHeart(services, viewer, params.videoId, params.commentId, on),
		}));
	}
	for (const [endpoint, on] of [
		[contract.pinComment, true],
		[contract.unpinComment, false],
	] as const) {
		route(app, endpoint, async ({ services, viewer, params }) => ({
			comment: await setPin(services, viewer, params.videoId, params.commentId, on),
		}));
	}
	route(app, contract.approveComment, ({ services, viewer, params }) => approveComment(services, viewer, params.videoId, params.commentId));

	route(app, contract.listHeldComments, ({ services, viewer, query }) => listHeldComments(services, viewer, query));
	route(app, contract.commentRules, ({ services, viewer }) => rulesOfCreator(services, viewer.userId));
	route(app, contract.setCommentRules, ({ services, viewer, body }) => setRulesOfCreator(services, viewer, body));
	route(app, contract.videoCommentRules, ({ services, viewer, params }) => ownVideoRules(services, viewer, params.videoId));
	route(app, contract.setVideoCommentRules, ({ services, viewer, params, body }) => setVideoRules(services, viewer, params.videoId, body));
	route(app, contract.suggestMentions, ({ services, viewer, query }) => suggestMentions(services, viewer, query));
}
