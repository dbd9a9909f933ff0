import { eq } from "drizzle-orm";
import type { CommentRules, CommentsFrom, VideoCommentRules } from "../../../contracts/comments.ts";
import { commentsForFollowers, commentsOff, teensComments } from "../../../contracts/problems/social.ts";
import { wordFilter } from "../../../contracts/word-filters.ts";
import { commentRules } from "../../../db/schema/users.ts";
import { videoCommentRules } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { mayComment } from "../../rules/comments.ts";
import { relationsOf } from "../../rules/relations.ts";
import { mayLetComment } from "../../rules/teens.ts";
import { standingOf } from "../../rules/videos.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { videoFor } from "../../videos/index.ts";
import type { CommentedVideo } from "./rows.ts";

const OPEN: CommentRules = { commentsFrom: "everyone", holdAll: false, words: [] };
const AS_FOR_ALL: VideoCommentRules = { commentsFrom: null, holdAll: null, words: [] };

/** What a creator said for all of their videos. */
export async function rulesOfCreator({ db }: Pick<Services, "db">, userId: string): Promise<CommentRules> {
	const [row] = await db
		.user(userId)
		.select({ commentsFrom: commentRules.commentsFrom, holdAll: commentRules.holdAll, words: commentRules.words })
		.from(commentRules)
		.where(eq(commentRules.userId, userId));
	return row ?? OPEN;
}

async function rulesOfVideo({ db }: Pick<Services, "db">, videoId: string): Promise<VideoCommentRules> {
	const { commentsFrom, holdAll, words } = videoCommentRules;
	const [row] = await db
		.video(videoId)
		.select({ commentsFrom, holdAll, words })
		.from(videoCommentRules)
		.where(eq(videoCommentRules.videoId, videoId));
	return row ?? AS_FOR_ALL;
}

/** What holds for one video: its own rules before those of all. */
export async function rulesFor(services: Services, video: CommentedVideo): Promise<CommentRules> {
	const [all, own] = await Promise.all([rulesOfCreator(services, video.userId), rulesOfVideo(services, video.id)]);
	const chosen = own.commentsFrom ?? all.commentsFrom;
	return {
		// Also where it was never chosen, or chosen while nobody knew that they are a teen.
		commentsFrom: mayLetComment(chosen, video.creatorTeen) ? chosen : "followers",
		holdAll: own.holdAll ?? all.holdAll,
		words: [...all.words, ...own.words],
	};
}

/** @throws `comments_closed`, with who may instead */
export async function refuseUnlessOpen(services: Services, viewer: UserViewer, video: CommentedVideo, from: CommentsFrom): Promise<void> {
	const standing = standingOf(await relationsOf(services, viewer), viewer.userId, video.userId);
	if (!mayComment(from, standing)) throw from === "off" ? commentsOff() : commentsForFollowers();
}

/** Whether a comment of somebody else's waits for the creator's approval. */
export function isHeld({ holdAll, words }: CommentRules, text: string): boolean {
	return holdAll || wordFilter({ keywords: words, hashtags: [] })({ title: "", description: text, hashtags: [] });
}

/** @throws ProblemError not_allowed for what a teen may not choose */
export async function setRulesOfCreator(services: Services, { userId, teen }: UserViewer, rules: CommentRules): Promise<CommentRules> {
	if (!mayLetComment(rules.commentsFrom, teen)) throw teensComments();
	await services.db
		.user(userId)
		.insert(commentRules)
		.values({ userId, ...rules })
		.onConflictDoUpdate({ target: commentRules.userId, set: rules });
	return rules;
}

/** @throws `video_not_found`, also when it is somebody else's */
export async function ownVideoRules(services: Services, viewer: UserViewer, ref: string): Promise<VideoCommentRules> {
	return rulesOfVideo(services, (await videoFor(services, viewer, ref, "manage")).id);
}

/** @throws `video_not_found`, also when it is somebody else's; not_allowed for what a teen may not choose */
export async function setVideoRules(
	services: Services,
	viewer: UserViewer,
	ref: string,
	rules: VideoCommentRules,
): Promise<VideoCommentRules> {
	if (rules.commentsFrom !== null && !mayLetComment(rules.commentsFrom, viewer.teen)) throw teensComments();
	const { id: videoId } = await videoFor(services, viewer, ref, "manage");
	await services.db
		.video(videoId)
		.insert(videoCommentRules)
		.values({ videoId, ...rules })
		.onConflictDoUpdate({ target: videoCommentRules.videoId, set: rules });
	return rules;
}
