import type { ServerResponse } from "node:http";
import type { SearchPage, SearchType } from "../../../contracts/search.ts";
import type { VideoCard } from "../../../contracts/videos.ts";
import { json } from "./contract.ts";
import { PEOPLE } from "./fake-catalogue.ts";

interface Asked {
	readonly response: ServerResponse;
	readonly method: string;
	readonly url: URL;
	readonly state: { readonly cards: readonly VideoCard[]; readonly followed: ReadonlySet<string> };
}

/** Found at once; more come with the next page. */
const PAGE = 6;
const SOUND = {
	id: "900",
	title: "Harbour at dawn",
	artistName: "Reelay",
	durationMs: 30_000,
	isOriginal: false,
	coverUrl: null,
	videoCount: 12,
};

/** One word it does not know, and what is meant by it. */
const MISTYPED = { typed: "sunrize", meant: "sunrise" };

/** @returns whether the request was one of these */
export function answerSearch({ response, method, url, state }: Asked): boolean {
	const q = (url.searchParams.get("q") ?? "").toLowerCase().replace(/^[@#]/, "");
	if (`${method} ${url.pathname}` === "GET /api/v1/search/complete") {
		const words = [...new Set(state.cards.flatMap(({ title }) => title.toLowerCase().match(/\p{L}+/gu) ?? []))];
		json(response, {
			queries: words.filter((word) => word.startsWith(q)).slice(0, 6),
			users: PEOPLE.filter(({ username }) => username.startsWith(q)),
			hashtags: [],
		});
		return true;
	}
	if (`${method} ${url.pathname}` !== "GET /api/v1/search") return false;
	const asked = q === MISTYPED.typed ? MISTYPED.meant : q;
	const type = url.searchParams.get("type") as SearchType | null;
	const wants = (one: SearchType) => type === null || type === one;
	const videos = state.cards.filter(({ title, hashtags }) => title.toLowerCase().includes(asked) || hashtags.includes(asked));
	const from = Number(url.searchParams.get("cursor") ?? 0);
	const tags = [...new Set(state.cards.flatMap(({ hashtags }) => hashtags))].filter((tag) => tag.startsWith(asked));
	const page: SearchPage = {
		videos: wants("videos") ? videos.slice(from, from + PAGE) : [],
		users: wants("users")
			? PEOPLE.filter(({ username, displayName }) => `${username} ${displayName.toLowerCase()}`.includes(asked)).map((user) => ({
					...user,
					following: state.followed.has(user.id),
					followersCount: 1_200,
				}))
			: [],
		hashtags: wants("hashtags") ? tags.map((tag) => ({ tag, videoCount: 4 })) : [],
		sounds: wants("sounds") && SOUND.title.toLowerCase().includes(asked) ? [SOUND] : [],
		nextCursor: type === "videos" && from + PAGE < videos.length ? String(from + PAGE) : null,
		didYouMean: q === MISTYPED.typed ? MISTYPED.meant : null,
		nothingFound: false,
	};
	const isEmpty = page.videos.length + page.users.length + page.hashtags.length + page.sounds.length === 0;
	json(response, isEmpty ? { ...page, videos: wants("videos") ? state.cards.slice(0, 3) : [], nothingFound: true } : page);
	return true;
}
