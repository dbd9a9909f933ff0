import { and, asc, eq, isNull } from "drizzle-orm";
import type { UserSummary } from "../../../contracts/users.ts";
import { comments } from "../../../db/schema/videos.ts";
import { loadSummaries } from "../../lists/people.ts";
import type { CommentWritten } from "../../platform/event-map.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { relationsOf } from "../../rules/relations.ts";
import { maySee, standingOf } from "../../rules/videos.ts";
import { loadVideo } from "../../videos/cards/index.ts";
import type { Rewording } from "../notifications/inbox-store.ts";
import { notify } from "../notifications/notify.ts";
import { withdrawNotices } from "../notifications/withdraw.ts";
import { readComment } from "./rows.ts";

/** How much of a comment its notice quotes, characters. */
const QUOTE_LENGTH = 80;
/** At most this many that stand are offered in place of a deleted one: some of them may be being deleted in the same moment. */
const OFFERED = 20;

/** All notices of one commenter and video begin alike. */
const noticeKey = (videoId: string, userId: string, commentId: string): string => `comment:${userId}:${videoId}:${commentId}`;
const personalKey = (type: "reply" | "mention", commentId: string): string => `${type}:${commentId}`;

/** By whole characters: half of an emoji is none. */
function quote(text: string): string {
	const letters = [...text];
	return `“${letters.length > QUOTE_LENGTH ? `${letters.slice(0, QUOTE_LENGTH - 1).join("")}…` : text}”`;
}

function wording(
	videoId: string,
	{ id: userId, username }: UserSummary,
	{ id, text, createdAt }: Pick<CommentWritten, "id" | "text" | "createdAt">,
): Rewording {
	return { key: noticeKey(videoId, userId, id), text: `@${username} commented: ${quote(text)}`, at: createdAt.getTime(), commentId: id };
}

export interface CommentTold {
	readonly videoId: string;
	/** Null when they know of the comment. */
	readonly creatorId: string | null;
	readonly authorId: string;
	readonly comment: CommentWritten;
}

/**
 * Tells who is concerned of a comment that everybody sees: who is answered, who is mentioned, and the video's creator. Each is told
 * once, and only of what they may see.
 */
export async function tellOfComment(services: Services, { videoId, creatorId, authorId, comment }: CommentTold): Promise<void> {
	const author = (await loadSummaries(services, [authorId])).get(authorId);
	if (author === undefined) return;
	const told = new Set<string>([authorId]);
	const answered = comment.replyToId === null ? null : await readComment(services, videoId, comment.replyToId);
	if (answered !== null && answered.deletedAt === null) {
		await tellPersonally(services, "reply", videoId, answered.userId, author, comment, told);
	}
	for (const { userId } of comment.mentions) await tellPersonally(services, "mention", videoId, userId, author, comment, told);
	if (creatorId === null || told.has(creatorId)) return;
	const { key, text } = wording(videoId, author, comment);
	const group = noticeKey(videoId, authorId, "");
	await notify(services, { userId: creatorId, type: "comment", text, actorId: authorId, videoId, commentId: comment.id, key, group });
}

/** Tells those mentioned who were not before. */
export async function tellOfEdit(
	services: Services,
	{ videoId, authorId, before, comment }: { videoId: string; authorId: string; before: CommentWritten; comment: CommentWritten },
): Promise<void> {
	const author = (await loadSummaries(services, [authorId])).get(authorId);
	if (author === undefined) return;
	const told = new Set([authorId, ...before.mentions.map(({ userId }) => userId)]);
	for (const { userId } of comment.mentions) await tellPersonally(services, "mention", videoId, userId, author, comment, told);
	const kept = new Set(comment.mentions.map(({ userId }) => userId));
	const dropped = new Set(before.mentions.map(({ userId }) => userId).filter((userId) => !kept.has(userId)));
	for (const userId of dropped) await withdrawNotices(services, userId, { key: personalKey("mention", comment.id) });
}

const DID = { reply: "answered you", mention: "mentioned you" } as const;

async function tellPersonally(
	services: Services,
	type: keyof typeof DID,
	videoId: string,
	userId: string,
	author: UserSummary,
	comment: CommentWritten,
	told: Set<string>,
): Promise<void> {
	if (told.has(userId) || !(await sees(services, userId, videoId))) return;
	told.add(userId);
	const text = `@${author.username} ${DID[type]}: ${quote(comment.text)}`;
	const key = personalKey(type, comment.id);
	await notify(services, { userId, type, text, actorId: author.id, videoId, commentId: comment.id, key });
}

/** Nobody is told of what is hidden from them. */
async function sees(services: Services, userId: string, videoId: string): Promise<boolean> {
	const [record, relations] = await Promise.all([loadVideo(services, videoId), relationsOf(services, { kind: "user", userId })]);
	return record !== null && maySee(record, standingOf(relations, userId, record.userId));
}

/** An author learns of a heart for their comment. */
export async function tellOfCommentLike(
	services: Services,
	{ userId, videoId, comment }: { userId: string; videoId: string; comment: CommentWritten & { readonly userId: string } },
): Promise<void> {
	if (!(await sees(services, comment.userId, videoId))) return;
	const did = `liked your comment: ${quote(comment.text)}`;
	await notify(services, {
		userId: comment.userId,
		type: "comment_like",
		text: `Someone ${did}`,
		did,
		actorId: userId,
		videoId,
		commentId: comment.id,
		key: `comment_like:${comment.id}:${userId}`,
	});
}

/** What of a deleted comment says who was told of it. */
interface Deleted {
	readonly id: string;
	readonly videoId: string;
	readonly userId: string;
	readonly replyToId: string | null;
	readonly mentions: readonly { readonly userId: string }[];
}

/**
 * Withdraws what was told of a deleted comment. Where it stood for others of the same person that still stand, the creator's notice quotes
 * the first of those instead. Never throws.
 */
export async function withdrawComment(
	services: Services,
	{ id, videoId, userId, replyToId, mentions }: Deleted,
	creatorId: string,
): Promise<void> {
	try {
		const answered = replyToId === null ? null : await readComment(services, videoId, replyToId);
		if (answered !== null) await withdrawNotices(services, answered.userId, { key: personalKey("reply", id) });
		for (const mentioned of new Set(mentions.map((mention) => mention.userId))) {
			await withdrawNotices(services, mentioned, { key: personalKey("mention", id) });
		}
	} catch (error) {
		services.log.warn("comment_notice_not_reworded", { videoId, commentId: id, ...errorFields(error) });
	}
	// Quoting nothing instead is better than quoting what was deleted.
	const instead = await standingFrom(services, videoId, userId).catch((error: unknown) => {
		services.log.warn("comment_notice_not_reworded", { videoId, commentId: id, ...errorFields(error) });
		return [];
	});
	await withdrawNotices(services, creatorId, { key: noticeKey(videoId, userId, id), instead });
}

/** What would be told of somebody's comments on a video, the first first. */
async function standingFrom(services: Services, videoId: string, authorId: string): Promise<Rewording[]> {
	const author = (await loadSummaries(services, [authorId])).get(authorId);
	if (author === undefined) return [];
	const rows = await services.db
		.video(videoId)
		.select({ id: comments.id, text: comments.text, createdAt: comments.createdAt })
		.from(comments)
		.where(and(eq(comments.videoId, videoId), eq(comments.userId, authorId), isNull(comments.heldAt), isNull(comments.deletedAt)))
		.orderBy(asc(comments.id))
		.limit(OFFERED);
	return rows.map((comment) => wording(videoId, author, comment));
}
