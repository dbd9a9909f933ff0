import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import type { DeadLetter } from "../../../contracts/dead-letters.ts";
import type { WatchEvent } from "../../../contracts/feed.ts";
import type { Account, UserSummary } from "../../../contracts/users.ts";
import type { VideoCard, VideoTile } from "../../../contracts/videos.ts";
import { type MadeClip, makeClips } from "./clips.ts";
import { ContractBroken, json, nothing, problem } from "./contract.ts";
import { accountAnswer, type FakeAccount, newFakeAccount } from "./fake-account.ts";
import { cardsOver, PEOPLE } from "./fake-catalogue.ts";
import { answerComments, FakeComments } from "./fake-comments.ts";
import { answerDesk, FakeDesk } from "./fake-desk.ts";
import { answerHashtags, FakeHashtags } from "./fake-hashtags.ts";
import { answerMessages, FakeMessages, messageMedia } from "./fake-messages.ts";
import { answerNotifications, FakeNotifications } from "./fake-notifications.ts";
import { FAKE_HEALTH, FAKE_TOKEN, fakeLetters, fakeReports } from "./fake-operations.ts";
import { answerPeople, FakePeople } from "./fake-people.ts";
import { FakePreferences } from "./fake-preferences.ts";
import { answerReports, FakeReports } from "./fake-reports.ts";
import { answerSearch } from "./fake-search.ts";
import { answerSharing, FakeSharing } from "./fake-sharing.ts";
import { answerSounds, FakeSounds } from "./fake-sounds.ts";
import { answerUpload, FAKE_UPLOAD, type FakeUploads, putPart } from "./fake-upload.ts";

const DIST = fileURLToPath(new URL("../../../web/dist", import.meta.url));
const TYPES: Record<string, string> = {
	".html": "text/html; charset=utf-8",
	".js": "text/javascript",
	".css": "text/css",
	".svg": "image/svg+xml",
	".png": "image/png",
	".woff2": "font/woff2",
	".webmanifest": "application/manifest+json",
	".jpg": "image/jpeg",
	".m3u8": "application/vnd.apple.mpegurl",
	".mp4": "video/mp4",
	".m4s": "video/iso.segment",
};
const POLICY =
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; worker-src 'self' blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const CARDS = 24;

/** What the client told and may be told; tests read and set it. */
export interface FakeState extends FakeUploads {
	account: Account | null;
	own: FakeAccount;
	cards: VideoCard[];
	next: number;
	watched: WatchEvent[];
	liked: Set<string>;
	/** Ids of those the viewer blocked. */
	blocked: Set<string>;
	/** Ids of those the viewer follows. */
	followed: Set<string>;
	/** What was written to a video. */
	comments: { videoId: string; text: string }[];
	/** Messages that queues gave up. */
	letters: DeadLetter[];
	threads: FakeComments;
	sharing: FakeSharing;
	sounds: FakeSounds;
	/** A person's videos and favourites come in pages of so many. */
	tilesPerPage: number;
	/** Favourites, latest first. */
	saved: string[];
	/** Videos at the top of their profile, latest first. */
	pinned: string[];
	preferences: FakePreferences;
	messages: FakeMessages;
	people: FakePeople;
	hashtags: FakeHashtags;
	notifications: FakeNotifications;
	reports: FakeReports;
	desk: FakeDesk;
	/** Requests to fail, by `METHOD path`; each once per entry. */
	failures: string[];
	/** What media paths answer instead of their bytes: a status (401 and 403 until fresh addresses were asked for), or once bytes that are no video. */
	media: Map<string, number | "garbage">;
	/** Scripts come only after it. */
	beforeScripts: Promise<void>;
	requests: string[];
}
export interface FakeApi {
	url: string;
	state: FakeState;
	/** Forgets what it was told, and holds what it held at first. */
	reset(): void;
	stop(): Promise<void>;
}

const account = (username: string): Account => ({
	id: username === "second" ? "600" : "500",
	username,
	displayName: username,
	avatarUrl: null,
	verified: false,
	bio: "",
	email: null,
	pendingEmail: null,
	accountType: "standard",
	ageRestriction: null,
	mayComeOfAge: false,
	links: [],
	showsLiked: false,
	isPrivate: false,
	interests: [],
	createdAt: new Date().toISOString(),
});

function filledMessages(signedIn: boolean): FakeMessages {
	const messages = new FakeMessages();
	if (signedIn) messages.fill();
	return messages;
}

const freshState = (clips: readonly MadeClip[], signedIn: boolean): FakeState => ({
	letters: fakeLetters(),
	desk: new FakeDesk(),
	own: newFakeAccount(),
	account: signedIn ? account("robin") : null,
	cards: cardsOver(clips, CARDS),
	next: 0,
	watched: [],
	liked: new Set(),
	blocked: new Set(),
	followed: new Set(),
	comments: [],
	threads: new FakeComments(),
	sharing: new FakeSharing(),
	sounds: new FakeSounds(),
	tilesPerPage: 30,
	saved: [],
	pinned: [],
	preferences: new FakePreferences(),
	messages: filledMessages(signedIn),
	people: new FakePeople(),
	hashtags: new FakeHashtags(),
	notifications: new FakeNotifications(),
	reports: new FakeReports(),
	failures: [],
	media: new Map(),
	uploaded: new Map(),
	beforeScripts: Promise.resolve(),
	partDelayMs: 0,
	status: "processing",
	progress: 0,
	requests: [],
});

/** Serves the built client and an API true to the contract, from memory, for looking at the client by itself. */
export async function startFakeApi(options: { signedIn?: boolean | undefined; onFault?: (fault: string) => void } = {}): Promise<FakeApi> {
	const clips = await makeClips();
	const state = freshState(clips, options.signedIn ?? false);
	const server = createServer((request, response) => {
		answer(request, response, state, clips).catch((error: unknown) => {
			const fault = error instanceof ContractBroken ? error.message : `the made-up API failed: ${String(error)}`;
			response.destroy();
			if (options.onFault) options.onFault(fault);
			else console.error(fault);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		state,
		reset: () => void Object.assign(state, freshState(clips, options.signedIn ?? false)),
		stop: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

async function answer(request: IncomingMessage, response: ServerResponse, state: FakeState, clips: readonly MadeClip[]): Promise<void> {
	const url = new URL(request.url ?? "/", "http://localhost");
	const line = `${request.method} ${url.pathname}`;
	if (url.pathname === "/health") {
		response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(FAKE_HEALTH));
		return;
	}
	if (url.pathname.startsWith("/internal/")) return internal(request, response, url.pathname, state);
	if (url.pathname.startsWith("/api/") || url.pathname.startsWith("/put/")) {
		state.requests.push(line);
		const failure = state.failures.indexOf(line);
		if (failure >= 0) {
			state.failures.splice(failure, 1);
			// The store of parts is no operation of the API.
			if (url.pathname.startsWith("/put/")) return void response.writeHead(503).end();
			return problem(response, "unavailable", "Reelay is taking a breath. Try again in a moment.");
		}
		return api(request, response, url, state);
	}
	if (url.pathname.startsWith("/messages/") && /\/(photo|voice)$/.test(url.pathname)) return messageMedia(response, url.pathname);
	const media = /^\/videos\/local\/(\d+)\/g1\/(.+)$/.exec(url.pathname);
	if (media) {
		const instead = state.media.get(url.pathname);
		if (instead === "garbage") state.media.delete(url.pathname);
		if (instead !== undefined) {
			response.writeHead(instead === "garbage" ? 200 : instead, { "content-type": "video/mp4" }).end("this is no video".repeat(200));
			return;
		}
		const clip = clips[(Number(media[1]) - 1000) % clips.length];
		if (media[2]?.startsWith("download-")) {
			const disposition = `attachment; filename="reelay-${media[1]}.mp4"`;
			return void response.writeHead(200, { "content-type": "video/mp4", "content-disposition": disposition }).end("a copy");
		}
		if (clip && media[2] === "master.m3u8") return master(response, clip);
		return file(response, join(clip?.folder ?? "", normalize(`/${media[2]}`)), "public, max-age=86400, immutable");
	}
	const path = join(DIST, normalize(url.pathname));
	const isFile = (await stat(path).catch(() => null))?.isFile() ?? false;
	const cache = url.pathname.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
	if (path.endsWith(".js")) await state.beforeScripts;
	// As the host does it, by the built `_headers`.
	if (url.pathname === "/") response.setHeader("link", /^\s+Link: (.+)$/m.exec(await readFile(join(DIST, "_headers"), "utf8"))?.[1] ?? "");
	return file(response, isFile ? path : join(DIST, "index.html"), cache);
}

async function file(response: ServerResponse, path: string, cache: string): Promise<void> {
	const size = (await stat(path).catch(() => null))?.size;
	if (size === undefined) {
		response.writeHead(404).end();
		return;
	}
	const type = TYPES[extname(path)] ?? "application/octet-stream";
	response.writeHead(200, { "content-type": type, "content-length": size, "cache-control": cache, "content-security-policy": POLICY });
	createReadStream(path).pipe(response);
}

function master(response: ServerResponse, { manifest }: MadeClip): void {
	const variants = manifest.renditions.map(
		({ name, width, height, bandwidth, codecs }) =>
			`#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},RESOLUTION=${width}x${height},CODECS="${codecs}"\n${name}/index.m3u8`,
	);
	response.writeHead(200, { "content-type": "application/vnd.apple.mpegurl" }).end(`#EXTM3U\n#EXT-X-VERSION:7\n${variants.join("\n")}\n`);
}
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** As others see the account beside what it does. */
const summaryOf = (account: Account | null): UserSummary | null =>
	account && {
		id: account.id,
		username: account.username,
		displayName: account.displayName,
		avatarUrl: account.avatarUrl,
		verified: account.verified,
	};

const profileOf = (state: FakeState, name: string) => {
	const { people } = state;
	const now = people.former.get(name) ?? name;
	const person = state.account?.username === now ? state.account : PEOPLE.find(({ username }) => username === now);
	if (!person) return null;
	const isYou = person === state.account;
	const isPrivate = isYou ? state.account?.isPrivate === true : people.private.has(person.username);
	return {
		id: person.id,
		username: person.username,
		displayName: person.displayName,
		avatarUrl: person.avatarUrl,
		verified: false,
		bio: isYou ? "" : "Mornings, mostly.\nI answer every comment.",
		followersCount: isYou ? 0 : 18_420,
		followingCount: 37,
		likesCount: 214_000,
		videosCount: 5,
		createdAt: new Date().toISOString(),
		links: (isYou ? state.account?.links : people.links.get(person.username)) ?? [],
		showsLiked: isYou ? state.account?.showsLiked === true : people.showsLiked.has(person.username),
		isPrivate,
		mayOpen: isYou || !isPrivate || state.followed.has(person.id),
		following: state.followed.has(person.id),
		requested: people.requested.has(person.id),
		followsYou: people.followers.has(person.id),
		requestedYou: people.requests.some(({ user }) => user.id === person.id),
		blocked: state.blocked.has(person.id),
		muted: people.muted.has(person.id),
		isYou,
	};
};

async function internal(request: IncomingMessage, response: ServerResponse, path: string, state: FakeState): Promise<void> {
	const token = request.headers["x-admin-token"];
	if (token !== FAKE_TOKEN && !(token === undefined && state.desk.isIn))
		return problem(response, "forbidden", "This needs the operators' token.");
	if (path === "/internal/dead-letters") return json(response, { letters: state.letters, nextCursor: null });
	const letter = /^\/internal\/dead-letters\/([\w-]+)(\/retry)?$/.exec(path);
	if (letter !== null) {
		const kept = state.letters.find(({ id }) => id === letter[1]);
		state.letters = state.letters.filter((one) => one !== kept);
		if (letter[2] === undefined) return void response.writeHead(204).end();
		return kept ? json(response, { queue: kept.queue }) : problem(response, "not_found", "There is no such message any more.");
	}
	const reports = fakeReports();
	if (path === "/internal/experiments") return json(response, { experiments: reports.map(({ experiment }) => experiment) });
	const found = reports.find(({ experiment }) => path === `/internal/experiments/${experiment.id}/report`);
	return found ? json(response, found) : problem(response, "experiment_not_found", "No experiment is declared by that name.");
}

async function api(request: IncomingMessage, response: ServerResponse, url: URL, state: FakeState): Promise<void> {
	const { pathname } = url;
	const method = request.method ?? "GET";
	const body = method === "GET" ? Buffer.alloc(0) : await bodyOf(request);
	const parsed = () => JSON.parse(body.toString() || "{}") as Record<string, unknown>;
	const route = (wanted: string, pattern: RegExp) => (method === wanted ? pattern.exec(pathname) : null);
	let match: RegExpExecArray | null;

	// Sockets don't come up here: the client reads by REST, as behind a proxy that knows none.
	if (pathname === "/api/v1/live") return problem(response, "unavailable", "There is no socket here. Try again in a moment.");
	if (answerDesk({ response, method, url, body, desk: state.desk })) return;
	if (answerSearch({ response, method, url, state })) return;
	if (answerHashtags({ response, url, method, state })) return;
	if (answerReports({ response, url, method, body: parsed, state })) return;
	if (answerPeople({ request, response, method, pathname, body, state })) return;
	if (route("GET", /^\/api\/v1\/auth\/me$/)) {
		return state.account ? json(response, { user: state.account }) : problem(response, "unauthenticated", "Sign in first.");
	}
	const answer = accountAnswer({ method, pathname, body: parsed }, state);
	if (answer && "code" in answer) return problem(response, answer.code, answer.detail);
	if (answer?.status === 204) return nothing(response);
	if (answer) return json(response, answer.json, answer.status);
	if (route("POST", /^\/api\/v1\/auth\/(register|login)$/)) {
		const { username, birthdate, comeBack, add } = parsed();
		if (state.reports.suspension !== null)
			return problem(response, "account_suspended", "This account is suspended until 7 December 2026.");
		if (state.own.leaving && comeBack !== true) {
			return problem(response, "account_leaving", "You deleted this account. Until 3 May you can come back, and everything is as it was.");
		}
		state.own.leaving = false;
		if (username === "taken") return problem(response, "username_taken", "Someone has that name already. Try another.");
		if (birthdate && String(birthdate) > "2016") return problem(response, "under_age", "You need to be 13 to join. Come back then.");
		if (add && state.account) state.own.others = [state.account, ...state.own.others];
		state.account = account(String(username));
		return json(response, { user: state.account, token: "t" }, pathname.endsWith("register") ? 201 : 200);
	}
	if (route("POST", /^\/api\/v1\/auth\/logout$/)) {
		state.account = null;
		return nothing(response);
	}
	if (route("GET", /^\/api\/v1\/auth\/sessions$/)) {
		const times = {
			createdAt: new Date().toISOString(),
			lastSeenAt: new Date(Date.now() - 86_400_000).toISOString(),
			expiresAt: new Date().toISOString(),
		};
		const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1";
		return json(response, {
			sessions: [
				{ id: "a", ...times, userAgent: request.headers["user-agent"] ?? null, ipAddress: "203.0.113.7", current: true },
				{ id: "b", ...times, userAgent: phone, ipAddress: "203.0.113.9", current: false },
			],
		});
	}
	if (route("DELETE", /^\/api\/v1\/auth\/sessions\/.+$/)) {
		return nothing(response);
	}
	if (route("PATCH", /^\/api\/v1\/auth\/me$/) && state.account) {
		state.account = { ...state.account, ...parsed() };
		return json(response, { user: state.account });
	}
	if (route("POST", /^\/api\/v1\/onboarding\/interests$/)) {
		const { interests } = parsed() as { interests: string[] };
		if (!state.preferences.held.isPersonal) return problem(response, "feed_not_personal", "Turn learning on first.");
		state.preferences.held = { ...state.preferences.held, interests };
		return json(response, { interests });
	}
	if (route("GET", /^\/api\/v1\/feed\/following$/)) return json(response, { videos: [], nextCursor: null });
	if (route("GET", /^\/api\/v1\/feed\/trending$/)) return json(response, { videos: state.cards, nextCursor: null });
	if (route("GET", /^\/api\/v1\/feed$/)) {
		const count = Number(url.searchParams.get("count") ?? 20);
		if (!url.searchParams.has("cursor")) state.next = 0;
		const videos = state.cards.slice(state.next, state.next + count);
		state.next += count;
		return json(response, { videos, nextCursor: state.next < state.cards.length ? `c${state.next}` : null });
	}
	if (route("GET", /^\/api\/v1\/feed\/\d+\/why$/)) {
		const about = { scope: "topic", key: "nature", label: "#nature" };
		const reasons = [
			{ code: "topic", text: "You often watch #nature", share: 0.62, about },
			{ code: "creator", text: "You liked other videos by @mina", share: 0.2, about: { scope: "creator", key: "100", label: "@mina" } },
			{ code: "popular", text: "It is popular", share: 0.13 },
			{ code: "other", text: "Several smaller reasons together", share: 0.05 },
		];
		return json(response, { videoId: "1", reasons });
	}
	if (route("POST", /^\/api\/v1\/feed\/\d+\/not-interested$/)) return json(response, { accepted: true });
	if (route("GET", /^\/api\/v1\/feed\/preferences$/)) return json(response, state.preferences.told());
	if (route("PATCH", /^\/api\/v1\/feed\/preferences$/)) {
		const told = state.preferences.change(parsed());
		if (told === "personal") return problem(response, "feed_not_personal", "Turn learning on first.");
		return typeof told === "string" ? problem(response, "preferences_full", "You have 100 filters. Remove one.") : json(response, told);
	}
	match = route("POST", /^\/api\/v1\/videos\/(\d+)\/save$/) ?? route("DELETE", /^\/api\/v1\/videos\/(\d+)\/save$/);
	if (match?.[1]) {
		const [, id = ""] = match;
		state.saved = [...(method === "POST" ? [id] : []), ...state.saved.filter((other) => other !== id)];
		return json(response, { saved: method === "POST" });
	}
	if (route("GET", /^\/api\/v1\/users\/me\/saved$/)) {
		const videos = state.saved.flatMap((id) => state.cards.filter((card) => card.id === id).map((card) => ({ ...card, saved: true })));
		return json(response, paged(url, state, videos));
	}
	if (route("POST", /^\/api\/v1\/feed\/reset$/)) return json(response, { reset: true });
	if (route("POST", /^\/api\/v1\/analytics\/watch$/)) {
		const events = (parsed().events ?? []) as WatchEvent[];
		state.watched.push(...events);
		return json(response, { accepted: events.length, duplicates: 0, unknown: 0 }, 202);
	}
	match = route("POST", /^\/api\/v1\/videos\/(\d+)\/like$/) ?? route("DELETE", /^\/api\/v1\/videos\/(\d+)\/like$/);
	if (match?.[1]) {
		const card = state.cards.find(({ id }) => id === match?.[1]);
		if (method === "POST") state.liked.add(match[1]);
		else state.liked.delete(match[1]);
		return json(response, {
			liked: method === "POST",
			likeCount: (card?.likeCount ?? 0) + (method === "POST" ? 1 : 0),
			alreadyLiked: false,
		});
	}
	if (route("POST", /^\/api\/v1\/videos\/\d+\/share$/)) return json(response, { shareCount: 215, url: "/v/1" });
	match = route("POST", /^\/api\/v1\/videos\/(\d+)\/comment$/);
	if (match) state.comments.push({ videoId: match[1] ?? "", text: String(parsed().text) });
	const ofComments = {
		request,
		response,
		url,
		body: parsed,
		viewer: summaryOf(state.account),
		comments: state.threads,
		countOf: (videoId: string) => state.cards.find(({ id }) => id === videoId)?.commentCount ?? 0,
	};
	if (answerComments(ofComments)) return;
	const ofSharing = {
		request,
		response,
		url,
		body: parsed,
		isSignedIn: state.account !== null,
		sharing: state.sharing,
		cards: state.cards,
	};
	if (answerSharing(ofSharing)) return;
	if (answerSounds({ request, response, url, body: parsed, sounds: state.sounds, cards: state.cards })) return;
	const { viewer } = ofComments;
	if (await answerMessages({ request, response, url, body: parsed, viewer, messages: state.messages, cards: state.cards })) return;
	match = route("POST", /^\/api\/v1\/users\/([^/]+)\/(follow|block)$/) ?? route("DELETE", /^\/api\/v1\/users\/([^/]+)\/(follow|block)$/);
	if (match?.[1]) {
		const [, id, what] = match;
		const isSet = method === "POST";
		const held = what === "follow" ? state.followed : state.blocked;
		if (isSet) held.add(id);
		else held.delete(id);
		if (what === "block") state.followed.delete(id);
		return json(response, what === "block" ? { blocked: isSet } : { following: isSet, requested: false, followersCount: 18_421 });
	}
	if (route("GET", /^\/api\/v1\/users\/[^/]+\/(followers|following)$/))
		return json(response, { users: PEOPLE.filter(({ id }) => !state.people.removed.has(id)), nextCursor: null });
	match = route("GET", /^\/api\/v1\/users\/@([^/]+)\/pins$/);
	if (match?.[1]) {
		const [, username] = match;
		const videos = state.pinned.flatMap((id) => state.cards.filter((card) => card.id === id && card.user.username === username));
		return json(response, { videos });
	}
	match = route("PUT", /^\/api\/v1\/videos\/(\d+)\/pin$/) ?? route("DELETE", /^\/api\/v1\/videos\/(\d+)\/pin$/);
	if (match?.[1]) {
		const [, id] = match;
		state.pinned = [...(method === "PUT" ? [id] : []), ...state.pinned.filter((other) => other !== id)];
		return json(response, { pinned: state.pinned });
	}
	match = route("GET", /^\/api\/v1\/users\/@([^/]+)\/videos$/);
	if (match) {
		const isYou = match[1] === state.account?.username;
		const theirs = state.cards.filter(({ user }) => user.username === match?.[1]);
		const owner = theirs[0]?.user;
		if (owner && state.people.private.has(owner.username) && !state.followed.has(owner.id)) {
			return problem(
				response,
				"account_private",
				"This account is private. Ask to follow it; once you are accepted, you see all there is.",
			);
		}
		const own = [
			unfinishedTile(FAKE_UPLOAD.onItsWay, state.status === "ready" ? "ready" : "processing", "On its way"),
			unfinishedTile(FAKE_UPLOAD.failed, "failed", "Broken"),
		];
		if (theirs.some(({ user }) => state.blocked.has(user.id))) return json(response, { videos: [], nextCursor: null });
		return json(response, paged(url, state, isYou ? (state.uploaded.size > 0 ? own : []) : theirs.map(tileOf)));
	}
	match = route("GET", /^\/api\/v1\/users\/@([^/]+)$/);
	if (match?.[1]) {
		const user = profileOf(state, match[1]);
		return user ? json(response, { user }) : problem(response, "user_not_found", "There is nobody by that name.");
	}
	if (answerNotifications(request, response, url, body, state)) return;
	match = route("PUT", /^\/put\/(\d+)$/);
	if (match) return putPart(request, response, Number(match[1]), body, state);
	if (answerUpload(request, response, pathname, body, state)) return;
	match = route("GET", /^\/api\/v1\/videos\/(\d+)(\/manifest)?$/);
	if (match) {
		const card = state.cards.find(({ id }) => id === match?.[1]);
		if (!card) return problem(response, "video_not_found", "This video isn't here any more.");
		if (match[2] === undefined) return json(response, { video: card });
		// What a grant had run out for can be had again; what is gone is gone.
		for (const [path, instead] of state.media) if (instead === 401 || instead === 403) state.media.delete(path);
		return json(response, { manifest: card.manifest, thumbnail: card.thumbnail });
	}
	match = route("POST", /^\/api\/v1\/videos\/(\d+)\/restore$/);
	if (match) {
		const card = state.cards.find(({ id }) => id === match?.[1]);
		return card ? json(response, { video: tileOf(card) }) : problem(response, "video_not_found", "This video isn't here any more.");
	}
	match = route("DELETE", /^\/api\/v1\/videos\/(\d+)$/);
	if (match) return nothing(response);
	throw new Error(`nobody made an answer up to ${method} ${pathname}`);
}

/** A page of what there is, by the cursor of the request. */
function paged<Video>(
	url: URL,
	{ tilesPerPage }: FakeState,
	all: readonly Video[],
): { videos: readonly Video[]; nextCursor: string | null } {
	const from = Number(url.searchParams.get("cursor") ?? 0);
	const end = from + tilesPerPage;
	return { videos: all.slice(from, end), nextCursor: end < all.length ? String(end) : null };
}

/** A clip as its creator's profile lists it. */
const tileOf = (card: VideoCard): VideoTile => ({
	id: card.id,
	status: "ready",
	visibility: card.visibility,
	title: card.title,
	thumbnail: card.thumbnail,
	blurhash: card.blurhash,
	viewCount: card.viewCount,
	likeCount: card.likeCount,
	createdAt: card.createdAt,
	card,
});
const unfinishedTile = (id: string, status: VideoTile["status"], title: string): VideoTile => ({
	id,
	status,
	visibility: "public",
	title,
	thumbnail: null,
	blurhash: null,
	viewCount: 0,
	likeCount: 0,
	createdAt: new Date().toISOString(),
	card: null,
});
