import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Comment } from "../../contracts/comments.ts";

interface Video {
	readonly number: string;
	readonly owner: string;
	bytes: number;
	polls: number;
	completed: number;
}

/** An API as far as seeding needs one, in memory: what was asked of it can be looked at, and faults can be put in. */
export class FakeApi {
	readonly users = new Map<string, { id: string; token: string }>();
	readonly videos = new Map<string, Video>();
	readonly likes = new Set<string>();
	readonly comments = new Set<string>();
	/** Event ids of what counts: what was watched by somebody whom an answer had named the video to. */
	readonly watches = new Set<string>();
	readonly #given = new Set<string>();
	readonly follows = new Set<string>();
	/** UUIDs of videos that were deleted. */
	readonly deleted: string[] = [];
	readonly requests: string[] = [];
	/** Answers this status instead, while it gives one. */
	fault: (method: string, path: string) => number | undefined = () => undefined;
	/** UUIDs of videos that fail in processing. */
	readonly failing = new Set<string>();
	readonly #server = createServer((request, response) => void this.#serve(request, response));

	async start(): Promise<string> {
		await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
		return this.url;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	stop(): Promise<void> {
		this.#server.closeAllConnections();
		return new Promise((resolve) => this.#server.close(() => resolve()));
	}

	async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk);
		const body = Buffer.concat(chunks);
		const path = decodeURIComponent(request.url ?? "/").replace("/api/v1", "");
		const method = request.method ?? "GET";
		this.requests.push(`${method} ${path}`);
		const status = this.fault(method, path);
		const [code, answer] =
			status === undefined ? this.#answer(method, path, body, request.headers.authorization) : [status, problem(status, "unavailable")];
		response.writeHead(code, { "content-type": "application/json", etag: `"${body.length}"` }).end(JSON.stringify(answer));
	}

	#answer(method: string, path: string, body: Buffer, authorization: string | undefined): [number, unknown] {
		const caller = [...this.users].find(([, { token }]) => authorization === `Bearer ${token}`)?.[0];
		const parts = path.split("/").slice(1);
		if (parts[0] === "storage") return this.#store(parts[1] ?? "", body);
		const sent = body.length > 0 ? JSON.parse(body.toString()) : {};
		if (path === "/auth/register") return this.#register(sent.username);
		if (path === "/auth/login") return [200, this.#signed(sent.username)];
		if (parts[0] === "users" && method === "GET")
			return this.users.has((parts[1] ?? "").slice(1)) ? [200, { user: profile(parts[1] ?? "") }] : [404, problem(404, "user_not_found")];
		if (caller === undefined) return [401, problem(401, "unauthenticated")];
		if (path === "/auth/me") return [200, { user: this.#account(caller) }];
		if (parts[0] === "users")
			return this.#note(this.follows, `${caller}>${parts[1]}`, { following: true, requested: false, followersCount: 1 });
		if (path === "/videos/upload/init") return this.#init(caller, sent.videoId);
		if (path === "/analytics/watch") {
			for (const event of sent.events) if (this.#given.has(`${caller}>${event.videoId}`)) this.watches.add(event.eventId);
			return [202, { accepted: sent.events.length, duplicates: 0, unknown: 0 }];
		}
		const [, ref = "", action] = parts;
		if (method === "DELETE") return [204, this.deleted.push(ref)];
		if (parts[2] === "upload") return this.#complete(ref);
		if (action === "status") return this.#status(ref);
		if (action === undefined && method === "GET") return this.#note(this.#given, `${caller}>${ref}`, { video: card(ref) });
		if (action === "like") return this.#note(this.likes, `${caller}>${ref}`, { liked: true, likeCount: 1, alreadyLiked: false });
		if (action === "share") return [200, { shareCount: 1, url: "/" }];
		return this.#note(
			this.comments,
			`${caller}>${sent.clientId}`,
			{ comment: comment(ref, this.#account(caller), String(sent.text)), commentCount: 1 },
			201,
		);
	}

	#note(set: Set<string>, entry: string, answer: unknown, status = 200): [number, unknown] {
		set.add(entry);
		return [status, answer];
	}

	#register(username: string): [number, unknown] {
		if (this.users.has(username)) return [409, problem(409, "username_taken")];
		this.users.set(username, { id: String(this.users.size + 1), token: `token-${username}` });
		return [201, this.#signed(username)];
	}

	#signed(username: string) {
		return { user: this.#account(username), token: this.users.get(username)?.token };
	}

	#account(username: string) {
		return {
			...profile(username),
			id: this.users.get(username)?.id ?? "0",
			email: null,
			pendingEmail: null,
			accountType: "standard",
			mayComeOfAge: false,
			ageRestriction: null,
			interests: [],
		};
	}

	#init(owner: string, uuid: string): [number, unknown] {
		const known = this.videos.get(uuid);
		if (known?.completed) return [409, problem(409, "upload_closed")];
		if (known === undefined) this.videos.set(uuid, { number: String(1000 + this.videos.size), owner, bytes: 0, polls: 0, completed: 0 });
		const url = `${this.url}/storage/${uuid}`;
		const upload = {
			chunkSize: 5_242_880,
			uploadUrl: url,
			parts: [{ partNumber: 1, url }],
			arrived: [],
			expiresAt: new Date(0).toISOString(),
		};
		return [known ? 200 : 201, { videoId: this.videos.get(uuid)?.number, ...upload }];
	}

	#store(uuid: string, body: Buffer): [number, unknown] {
		const video = this.videos.get(uuid);
		if (video !== undefined) video.bytes = body.length;
		return [200, {}];
	}

	#complete(uuid: string): [number, unknown] {
		const video = this.videos.get(uuid);
		if (video === undefined || video.bytes === 0) return [409, problem(409, "upload_incomplete")];
		video.completed += 1;
		return [202, { videoId: video.number, status: "processing" }];
	}

	#status(uuid: string): [number, unknown] {
		const video = this.videos.get(uuid);
		if (video === undefined) return [404, problem(404, "video_not_found")];
		video.polls += 1;
		const status = this.failing.has(uuid) ? "failed" : "ready";
		const failure = status === "failed" ? { failure: { code: "x", message: "It can't be read." } } : {};
		return [
			200,
			{
				videoId: video.number,
				status,
				progress: 100,
				stage: "done",
				urls: {},
				manifest: null,
				thumbnail: null,
				estimatedSecondsLeft: null,
				...failure,
			},
		];
	}
}

const problem = (status: number, code: string) => ({ type: "/docs", code, title: code, status, detail: `It is ${code}.`, requestId: "r" });
const profile = (username: string) => ({
	id: "1",
	username,
	displayName: username,
	avatarUrl: null,
	verified: false,
	bio: "",
	createdAt: new Date(0).toISOString(),
	followersCount: 0,
	followingCount: 0,
	likesCount: 0,
	videosCount: 0,
	links: [],
	showsLiked: false,
	isPrivate: false,
	mayOpen: true,
	following: false,
	requested: false,
	followsYou: false,
	requestedYou: false,
	blocked: false,
	muted: false,
	isYou: false,
});
const card = (id: string) => ({
	id,
	user: { id: "1", username: "somebody", displayName: "Somebody", avatarUrl: null, verified: false, following: false },
	title: "A clip",
	description: "",
	hashtags: [],
	musicId: null,
	urls: {},
	manifest: { url: "/m", base: "/b", segmentSeconds: 2, lastSegmentSeconds: 1, segmentCount: 2, hasAudio: true, renditions: [] },
	thumbnail: "",
	blurhash: "",
	width: 360,
	height: 640,
	durationMs: 3_000,
	viewCount: 0,
	likeCount: 0,
	commentCount: 0,
	shareCount: 0,
	liked: false,
	saved: false,
	alt: "",
	allowReposts: true,
	allowDownload: false,
	visibility: "public",
	createdAt: new Date(0).toISOString(),
});
const comment = (videoId: string, user: Comment["user"], text: string): Comment => ({
	id: "1",
	videoId,
	rootId: null,
	replyToId: null,
	user,
	text,
	mentions: [],
	createdAt: new Date(0).toISOString(),
	editedAt: null,
	isYours: true,
	likeCount: 0,
	liked: false,
	replyCount: 0,
	hearted: false,
	pinned: false,
	held: false,
	deleted: false,
});
