import type { IncomingMessage, ServerResponse } from "node:http";
import type { Collection } from "../../../contracts/collections.ts";
import type { VideoCard } from "../../../contracts/videos.ts";
import { json, nothing, problem } from "./contract.ts";
import { PEOPLE } from "./fake-catalogue.ts";

/** Reposts and collections of the made-up API; tests read and set them. */
export class FakeSharing {
	readonly reposted = new Set<string>();
	/** What the next answers say of the copy to be downloaded; the last one stays. */
	downloads: ("absent" | "preparing" | "ready")[] = ["preparing", "ready"];
	collections: { collection: Collection; videoIds: string[] }[] = [];
	/** Deleted, and can come back. */
	deleted: { collection: Collection; videoIds: string[] }[] = [];
}

interface Asked {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly url: URL;
	readonly body: () => Record<string, unknown>;
	readonly isSignedIn: boolean;
	readonly sharing: FakeSharing;
	readonly cards: readonly VideoCard[];
}

const shown = ({ collection, videoIds }: FakeSharing["collections"][number], cards: readonly VideoCard[]): Collection => ({
	...collection,
	videoCount: videoIds.length,
	covers: videoIds.slice(0, 4).flatMap((id) => cards.find((card) => card.id === id)?.thumbnail ?? []),
});

/** @returns false for what is nothing about sharing */
export function answerSharing({ request, response, url, body, isSignedIn, sharing, cards }: Asked): boolean {
	const { pathname } = url;
	const method = request.method ?? "GET";
	const choices = /^\/api\/v1\/videos\/(\d+)\/sharing$/.exec(pathname)?.[1];
	const repost = /^\/api\/v1\/videos\/(\d+)\/repost$/.exec(pathname)?.[1];
	const of = /^\/api\/v1\/collections\/(\d+)(\/\w+)?(?:\/(\d+))?$/.exec(pathname);
	const shared = /^\/api\/v1\/shared-collections\/(.+)$/.exec(pathname)?.[1];
	const download = /^\/api\/v1\/videos\/(\d+)\/download$/.exec(pathname)?.[1];
	if (download) {
		const state = (sharing.downloads.length > 1 ? sharing.downloads.shift() : sharing.downloads[0]) ?? "absent";
		const at = state === "ready" ? `/videos/local/${download}/g1/download-7.mp4` : null;
		json(response, { state, url: at }, state === "preparing" ? 202 : 200);
	} else if (choices) {
		const card = cards.find(({ id }) => id === choices);
		const link = `https://reelay.test/embed/${choices}`;
		json(response, {
			url: `https://reelay.test/v/${choices}`,
			embed: { url: link, html: `<iframe src="${link}"></iframe>` },
			mayRepost: isSignedIn,
			reposted: sharing.reposted.has(choices),
			mayDownload: card?.allowDownload ?? false,
		});
	} else if (repost) {
		if (method === "PUT") sharing.reposted.add(repost);
		else sharing.reposted.delete(repost);
		json(response, { reposted: method === "PUT" });
	} else if (/^\/api\/v1\/users\/[^/]+\/reposts$/.test(pathname)) {
		json(response, { videos: cards.filter(({ id }) => sharing.reposted.has(id)), nextCursor: null });
	} else if (pathname === "/api/v1/collections" && method === "POST") {
		const id = String(7000 + sharing.collections.length);
		const collection: Collection = {
			id,
			name: String(body().name),
			videoCount: 0,
			covers: [],
			link: null,
			createdAt: new Date().toISOString(),
		};
		sharing.collections.unshift({ collection, videoIds: [] });
		json(response, { collection }, 201);
	} else if (pathname === "/api/v1/collections") {
		const asked = url.searchParams.get("videoId") ?? "";
		json(response, { collections: sharing.collections.map((one) => ({ ...shown(one, cards), has: one.videoIds.includes(asked) })) });
	} else if (pathname === "/api/v1/collections/order") {
		const ids = body().ids as string[];
		sharing.collections.sort((a, b) => ids.indexOf(a.collection.id) - ids.indexOf(b.collection.id));
		nothing(response);
	} else if (shared) {
		const one = sharing.collections.find(({ collection }) => collection.link === shared);
		const [owner] = PEOPLE;
		if (!one || !owner) problem(response, "collection_not_found", "This collection doesn't exist, or is no longer shared.");
		else {
			const { name, covers } = shown(one, cards);
			json(response, {
				collection: { name, covers },
				owner,
				videos: cards.filter(({ id }) => one.videoIds.includes(id)),
				nextCursor: null,
			});
		}
	} else if (of) answerOne(of[1] ?? "", of[2] ?? "", of[3]);
	else return false;
	return true;

	function answerOne(id: string, what: string, videoId: string | undefined): unknown {
		if (what === "/restore") {
			const back = sharing.deleted.find(({ collection }) => collection.id === id);
			if (!back) return problem(response, "collection_not_found", "This collection doesn't exist, or is no longer shared.");
			sharing.collections.unshift(back);
			return json(response, { collection: shown(back, cards) });
		}
		const one = sharing.collections.find(({ collection }) => collection.id === id);
		if (!one) return problem(response, "collection_not_found", "This collection doesn't exist, or is no longer shared.");
		if (videoId) one.videoIds = [...(method === "PUT" ? [videoId] : []), ...one.videoIds.filter((held) => held !== videoId)];
		else if (what === "/link") one.collection = { ...one.collection, link: method === "PUT" ? `500-${"a".repeat(22)}` : null };
		else if (method === "PATCH") one.collection = { ...one.collection, name: String(body().name) };
		else if (method === "DELETE") {
			sharing.collections = sharing.collections.filter((held) => held !== one);
			sharing.deleted.push(one);
			return nothing(response);
		} else if (what === "/videos") {
			const videos = one.videoIds.flatMap((held) => cards.find((card) => card.id === held) ?? []);
			return json(response, { collection: shown(one, cards), videos, nextCursor: null });
		}
		return json(response, { collection: shown(one, cards) });
	}
}
