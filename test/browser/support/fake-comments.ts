import type { IncomingMessage, ServerResponse } from "node:http";
import type { Comment, CommentRules, VideoCommentRules } from "../../../contracts/comments.ts";
import type { UserSummary } from "../../../contracts/users.ts";
import { json, nothing, problem } from "./contract.ts";
import { PEOPLE } from "./fake-catalogue.ts";

/** What the comments of the made-up API hold; tests read and set it. */
export class FakeComments {
	/** By video; one that was not looked at yet has a few made up. */
	readonly byVideo = new Map<string, Comment[]>();
	rules: CommentRules = { commentsFrom: "everyone", holdAll: false, words: [] };
	videoRules: VideoCommentRules = { commentsFrom: null, holdAll: null, words: [] };
	/** Waiting for the signed-in creator. */
	held: Comment[] = [];

	of(videoId: string, count: number): Comment[] {
		const known = this.byVideo.get(videoId);
		if (known !== undefined) return known;
		const texts = ["The light at the end!", "I watched this four times.\nHelp.", "Where is this? I need to go there before summer ends."];
		const made = texts
			.slice(0, count)
			.map((text, place) =>
				fakeComment({ id: String(9000 + place), videoId, text, user: PEOPLE[place] ?? null, minutes: (place + 1) * 60 }),
			);
		this.byVideo.set(videoId, made);
		return made;
	}
}

export const fakeComment = ({ minutes = 0, ...given }: Partial<Comment> & { minutes?: number }): Comment => ({
	id: "9100",
	videoId: "1000",
	rootId: null,
	replyToId: null,
	user: PEOPLE[0] ?? null,
	text: "",
	mentions: [],
	createdAt: new Date(Date.now() - minutes * 60_000).toISOString(),
	editedAt: null,
	isYours: false,
	likeCount: 0,
	liked: false,
	replyCount: 0,
	hearted: false,
	pinned: false,
	held: false,
	deleted: false,
	...given,
});

interface Asked {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly url: URL;
	readonly body: () => Record<string, unknown>;
	readonly viewer: UserSummary | null;
	readonly comments: FakeComments;
	/** Comments a video begins with. */
	readonly countOf: (videoId: string) => number;
}

/** @returns false for what is nothing about comments */
export function answerComments(asked: Asked): boolean {
	const { request, response, url, body, viewer, comments } = asked;
	const { pathname } = url;
	const method = request.method ?? "GET";
	if (pathname === "/api/v1/users/me/comments/held") {
		const video = { id: "1000", title: "Tiny tea ritual", thumbnail: "/videos/local/1000/g1/thumbnail.jpg" };
		json(response, { held: comments.held.map((comment) => ({ comment, video })), nextCursor: null });
	} else if (pathname === "/api/v1/users/me/comments/rules") {
		if (method === "PUT") comments.rules = body() as unknown as CommentRules;
		json(response, comments.rules);
	} else if (/\/comment-rules$/.test(pathname)) {
		if (method === "PUT") comments.videoRules = body() as unknown as VideoCommentRules;
		json(response, comments.videoRules);
	} else if (pathname === "/api/v1/users/me/mentions") {
		const begun = (url.searchParams.get("q") ?? "").toLowerCase();
		json(response, { users: PEOPLE.filter(({ username }) => username.startsWith(begun)).slice(0, 5) });
	} else {
		const create = /^\/api\/v1\/videos\/(\d+)\/comment$/.exec(pathname);
		const of = /^\/api\/v1\/videos\/(\d+)\/comments(?:\/(\d+)(\/\w+)?)?$/.exec(pathname);
		const videoId = create?.[1] ?? of?.[1];
		if (videoId === undefined) return false;
		const all = comments.of(videoId, asked.countOf(videoId));
		if (create) add(asked, videoId, all);
		else if (of?.[2] === undefined) list(asked, all);
		else one(asked, all, of[2], of[3] ?? "");
	}
	return true;

	function add({ response: to }: Asked, videoId: string, all: Comment[]): void {
		const replied = all.find(({ id }) => id === body().replyTo);
		const root = replied === undefined ? undefined : (all.find(({ id }) => id === replied.rootId) ?? replied);
		const comment = fakeComment({
			id: String(Date.now()),
			videoId,
			text: String(body().text),
			user: viewer,
			isYours: true,
			rootId: root?.id ?? null,
			replyToId: replied?.id ?? null,
		});
		all.unshift(comment);
		if (root) root.replyCount++;
		json(to, { comment, commentCount: standing(all) }, 201);
	}
}

const standing = (all: readonly Comment[]) => all.filter(({ deleted, held }) => !deleted && !held).length;

function list({ response, url, comments }: Asked, all: readonly Comment[]): void {
	const roots = all.filter(({ rootId }) => rootId === null);
	const sorted = url.searchParams.get("sort") === "top" ? roots.toSorted((a, b) => b.likeCount - a.likeCount) : roots;
	const shown = sorted.toSorted((a, b) => Number(b.pinned) - Number(a.pinned));
	const from = Number(url.searchParams.get("cursor") ?? 0);
	const end = from + Number(url.searchParams.get("limit"));
	json(response, {
		comments: shown.slice(from, end),
		nextCursor: end < shown.length ? String(end) : null,
		commentCount: standing(all),
		commentsFrom: comments.rules.commentsFrom,
		mayComment: comments.rules.commentsFrom === "everyone",
	});
}

function one({ request, response, url, body, comments }: Asked, all: Comment[], id: string, what: string): void {
	const on = request.method !== "DELETE";
	const comment = all.find((found) => found.id === id) ?? comments.held.find((found) => found.id === id);
	if (comment === undefined) {
		problem(response, "not_found", "This comment doesn't exist, or is no longer available to you.");
		return;
	}
	if (what === "/replies") {
		const replies = all.filter(({ rootId }) => rootId === id).toReversed();
		const from = Number(url.searchParams.get("cursor") ?? 0);
		const end = from + Number(url.searchParams.get("limit"));
		json(response, { comments: replies.slice(from, end), nextCursor: end < replies.length ? String(end) : null });
		return;
	}
	if (what === "/like") {
		if (comment.liked !== on) comment.likeCount += on ? 1 : -1;
		comment.liked = on;
		json(response, { liked: on, likeCount: comment.likeCount });
		return;
	}
	if (what === "/heart") comment.hearted = on;
	if (what === "/pin") for (const each of all) each.pinned = on && each === comment;
	if (what === "/heart" || what === "/pin") {
		json(response, { comment });
		return;
	}
	if (what === "/approve") {
		comments.held = comments.held.filter((found) => found !== comment);
		comment.held = false;
		json(response, { comment, commentCount: standing(all) });
		return;
	}
	if (request.method === "PATCH") {
		Object.assign(comment, { text: body().text, editedAt: new Date().toISOString() });
		json(response, { comment });
		return;
	}
	if (request.method === "DELETE") {
		comments.held = comments.held.filter((found) => found !== comment);
		if (comment.replyCount > 0) Object.assign(comment, { deleted: true, user: null, text: "", isYours: false });
		else all.splice(all.indexOf(comment), 1);
		nothing(response);
		return;
	}
	const thread = comment.rootId === null ? comment : all.find((found) => found.id === comment.rootId);
	json(response, { thread, reply: comment.rootId === null ? null : comment });
}
