import type { ServerResponse } from "node:http";
import type { Account } from "../../../contracts/users.ts";
import type { VideoCard } from "../../../contracts/videos.ts";
import { hashtagKey } from "../../../contracts/words.ts";
import { json, problem } from "./contract.ts";

/** Hashtags in the made-up API; tests read and set it. */
export class FakeHashtags {
	/** Those the viewer follows, the latest first. */
	followed: string[] = [];
	/** The country the viewer asks from. */
	here: string | null = "DE";
}

interface Asked {
	readonly response: ServerResponse;
	readonly url: URL;
	readonly method: string;
	readonly state: { readonly account: Account | null; readonly cards: readonly VideoCard[]; readonly hashtags: FakeHashtags };
}

const FOLLOW = /^\/api\/v1\/hashtag\/([^/]+)\/follow$/;
const OF_TAG = /^\/api\/v1\/hashtag\/([^/]+)(\/videos)?$/;

/** @returns whether the request was one of these */
export function answerHashtags({ response, url, method, state }: Asked): boolean {
	const { pathname, searchParams } = url;
	const { hashtags: held, cards } = state;
	const keyOf = (named: string | undefined) => hashtagKey(decodeURIComponent(named ?? ""));
	const bearing = (tag: string) => cards.filter(({ hashtags }) => hashtags.some((one) => hashtagKey(one) === tag));
	const summary = (tag: string) => ({ tag, videoCount: bearing(tag).length });
	const follow = FOLLOW.exec(pathname);
	if (follow !== null) {
		if (state.account === null) problem(response, "unauthenticated", "Sign in first.");
		else {
			const tag = keyOf(follow[1]);
			held.followed = [...(method === "PUT" ? [tag] : []), ...held.followed.filter((other) => other !== tag)];
			json(response, { tag, followed: method === "PUT" });
		}
		return true;
	}
	if (method !== "GET") return false;
	if (pathname === "/api/v1/hashtags/followed") {
		json(response, { hashtags: held.followed.map(summary) });
		return true;
	}
	const ofTag = OF_TAG.exec(pathname);
	if (ofTag !== null) {
		const tag = keyOf(ofTag[1]);
		if (ofTag[2] !== undefined) {
			const inOrder = searchParams.get("sort") === "newest" ? bearing(tag).toReversed() : bearing(tag);
			json(response, { videos: inOrder, nextCursor: null });
		} else {
			const related = [...new Set(bearing(tag).flatMap(({ hashtags }) => hashtags))].filter((other) => other !== tag);
			json(response, { ...summary(tag), followed: held.followed.includes(tag), related: related.map(summary) });
		}
		return true;
	}
	if (pathname !== "/api/v1/trending") return false;
	const tags = [...new Set(cards.flatMap(({ hashtags }) => hashtags))];
	const trending = tags.map((tag, place) => {
		const count = Math.round(340 / (place + 1));
		const because =
			place % 2 === 0
				? { code: "new_videos" as const, count, text: `${count} new videos in an hour` }
				: { code: "watching" as const, count, text: `${count} people watching in an hour` };
		return { ...summary(tag), because };
	});
	const topics = trending.slice(0, 3).map((one, place) => ({
		...one,
		beside: place === 0 ? [tags[1] ?? ""] : [],
		videos: bearing(one.tag).slice(0, 6),
	}));
	json(response, {
		hour: new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000).toISOString(),
		country: searchParams.get("country"),
		here: held.here,
		topics: topics.filter(({ tag }) => tag !== tags[1]),
		hashtags: trending,
	});
	return true;
}
