import type { IncomingMessage, ServerResponse } from "node:http";
import type { FollowRequest } from "../../../contracts/relations.ts";
import type { Account } from "../../../contracts/users.ts";
import type { VideoCard } from "../../../contracts/videos.ts";
import { json, nothing, problem } from "./contract.ts";
import { PEOPLE } from "./fake-catalogue.ts";

/** Who keeps whom near and away, in the made-up API; tests read and set it. */
export class FakePeople {
	/** User names of private accounts, of those who show what they like, and names given up with those that took their place. */
	readonly private = new Set<string>();
	readonly showsLiked = new Set<string>();
	readonly former = new Map<string, string>();
	/** What people link to, by user name. */
	readonly links = new Map<string, string[]>();
	/** Ids of those the viewer asked to follow, muted, removed. */
	readonly requested = new Set<string>();
	readonly muted = new Set<string>();
	readonly removed = new Set<string>();
	/** Ids of those who follow the viewer. */
	readonly followers = new Set<string>();
	/** Who waits for the viewer's answer. */
	requests: FollowRequest[] = [];
	friendsVideos: VideoCard[] = [];
	/** Bytes of the picture that was sent last, and its type. */
	picture: { readonly bytes: number; readonly type: string } | null = null;
	/** In place of taking the next picture: why not. */
	pictureFault: string | null = null;
}

interface Asked {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly method: string;
	readonly pathname: string;
	readonly body: Buffer;
	readonly state: {
		account: Account | null;
		readonly people: FakePeople;
		readonly blocked: Set<string>;
		readonly followed: Set<string>;
		readonly cards: VideoCard[];
	};
}

/** @returns whether the request was one of these */
export function answerPeople({ request, response, method, pathname, body, state }: Asked): boolean {
	const { people } = state;
	const asked = `${method} ${pathname}`;
	const done = (value: unknown): true => {
		json(response, value);
		return true;
	};
	const those = (ids: ReadonlySet<string>) => done({ users: PEOPLE.filter(({ id }) => ids.has(id)), nextCursor: null });
	if (asked === "GET /api/v1/feed/friends") return done({ videos: people.friendsVideos, nextCursor: null });
	if (asked === "GET /api/v1/users/me/muted") return those(people.muted);
	if (asked === "GET /api/v1/users/me/blocked") return those(state.blocked);
	if (asked === "GET /api/v1/users/me/follow-requests") {
		return done({ requests: people.requests, total: people.requests.length, nextCursor: null });
	}
	const answered = /^(PUT|DELETE) \/api\/v1\/users\/me\/follow-requests\/(\d+)$/.exec(asked);
	if (answered) {
		people.requests = people.requests.filter(({ user }) => user.id !== answered[2]);
		if (answered[1] === "PUT") {
			people.followers.add(answered[2] ?? "");
			return done({ accepted: true, followersCount: people.followers.size });
		}
		nothing(response);
		return true;
	}
	const removed = /^DELETE \/api\/v1\/users\/me\/followers\/(\d+)$/.exec(asked);
	if (removed) {
		people.removed.add(removed[1] ?? "");
		return done({ followersCount: 0 });
	}
	const muting = /^(POST|DELETE) \/api\/v1\/users\/(\d+)\/mute$/.exec(asked);
	if (muting) {
		const [, how, id = ""] = muting;
		if (how === "POST") people.muted.add(id);
		else people.muted.delete(id);
		return done({ muted: how === "POST" });
	}
	const following = /^(POST|DELETE) \/api\/v1\/users\/(\d+)\/follow$/.exec(asked);
	const target = PEOPLE.find(({ id }) => id === following?.[2]);
	if (target && people.private.has(target.username) && !state.followed.has(target.id)) {
		if (following?.[1] === "POST") people.requested.add(target.id);
		else people.requested.delete(target.id);
		return done({ following: false, requested: people.requested.has(target.id), followersCount: 18_420 });
	}
	const liked = /^GET \/api\/v1\/users\/(\d+)\/liked$/.exec(asked);
	if (liked) return done({ videos: state.cards.slice(0, 3), nextCursor: null });
	return state.account === null ? false : answerAccount(state.account);

	function answerAccount(account: Account): boolean {
		const keep = (change: Partial<Account>) => {
			state.account = { ...account, ...change };
			return done({ user: state.account });
		};
		if (asked === "PUT /api/v1/auth/username") {
			const { username } = JSON.parse(body.toString()) as { username: string };
			if (username === "taken") {
				problem(response, "username_taken", "This user name is taken. Try another one.");
				return true;
			}
			return keep({ username });
		}
		if (asked === "DELETE /api/v1/auth/me/avatar") return keep({ avatarUrl: null });
		if (asked !== "PUT /api/v1/auth/me/avatar") return false;
		if (people.pictureFault !== null) {
			problem(response, "picture_refused", people.pictureFault);
			return true;
		}
		people.picture = { bytes: body.length, type: String(request.headers["content-type"]) };
		return keep({ avatarUrl: "/icon-192.png" });
	}
}
