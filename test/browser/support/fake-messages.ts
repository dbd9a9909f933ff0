import type { IncomingMessage, ServerResponse } from "node:http";
import { type ClientFrame, type LiveEvent, type LiveSignal, PING, PONG, ServerFrame } from "../../../contracts/live.ts";
import type { Conversation, ConversationFacts, Mark, Message, MessageContent, MessageInput, Role } from "../../../contracts/messages.ts";
import type { UserSummary } from "../../../contracts/users.ts";
import type { VideoCard } from "../../../contracts/videos.ts";
import { json, nothing, problem } from "./contract.ts";
import { PEOPLE } from "./fake-catalogue.ts";

/** As much of a made-up socket as is used. */
export interface FakeSocket {
	send(text: string): void;
	onMessage(callback: (said: string | Buffer) => void): void;
	onClose(callback: () => void): void;
}

interface Held {
	facts: ConversationFacts;
	messages: Message[];
	readSeq: number;
	mutedUntil: string | null;
	members: { userId: string; role: Role; joinedAt: string; invited: boolean }[];
	marks: Mark[];
	link: { token: string; approval: boolean } | null;
	waiting: UserSummary[];
}

const YOU = "500";
const MINUTE = 60_000;
const BLURHASH = "LKO2?U%2Tw=w]~RBVZRi};RPxuwH";
const PEAKS = Array.from({ length: 48 }, (_, place) => Math.round(50 + 45 * Math.sin(place / 2.4) * Math.cos(place / 7)));
/** A grey picture of four pixels. */
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAAAAABX3VL4AAAADklEQVR4nGM4d/Y/w/8DAA39A/sI1wrVAAAAAElFTkSuQmCC", "base64");

export const directWith = (otherId: string): string => `${otherId}-${YOU}`;
export const GROUP = `g${"crew".padEnd(32, "0")}`;

/** What the messages of the made-up API hold; tests read and set it, and let others write. */
export class FakeMessages {
	readonly held = new Map<string, Held>();
	settings = { whoMayWrite: "everyone", whoMayAdd: "followers" };
	/** What each call answers with instead, once, by `METHOD path`: a code of the catalogue. */
	readonly refusals = new Map<string, { code: Parameters<typeof problem>[1]; detail: string }>();
	/** What clients said by their sockets. */
	readonly said: ClientFrame[] = [];
	/** Client ids of what was sent, each as often as it came. */
	readonly sends: string[] = [];
	readonly reports: Record<string, unknown>[] = [];
	/** Sending waits for it. */
	beforeSend: Promise<void> = Promise.resolve();
	readonly #sockets = new Set<FakeSocket>();
	#rev = 0;

	/** A client's socket, made up in its page. */
	connect(socket: FakeSocket): void {
		this.#sockets.add(socket);
		socket.onMessage((said) => {
			if (said === PING) return socket.send(PONG);
			const frame = JSON.parse(String(said)) as ClientFrame;
			this.said.push(frame);
			if (frame.type === "resume") this.#send(socket, { type: "hello", rev: this.#rev });
		});
		socket.onClose(() => this.#sockets.delete(socket));
	}
	tell(event: LiveEvent): void {
		const rev = ++this.#rev;
		for (const socket of this.#sockets) this.#send(socket, { type: "events", events: [{ rev, event }] });
	}
	signal(signal: LiveSignal): void {
		for (const socket of this.#sockets) this.#send(socket, { type: "signals", signals: [signal] });
	}
	#send(socket: FakeSocket, frame: ServerFrame): void {
		socket.send(JSON.stringify(ServerFrame.parse(frame)));
	}

	/** The conversations a signed-in viewer begins with. */
	fill(): void {
		const [mina, jonas, lucia, sora, ada] = PEOPLE.map(({ id }) => id) as [string, string, string, string, string];
		const talk = this.direct(mina);
		const said: [string, string][] = [
			[mina, "Did you see the harbour at six this morning?"],
			[YOU, "I slept through it, as every day"],
			[mina, "Then look at this"],
			[mina, "Nobody awake but the gulls"],
			[YOU, "Wow. I'm setting an alarm."],
		];
		for (const [place, [by, text]] of said.entries()) this.put(talk, by, { type: "text", text }, (26 - place) * 60 * MINUTE);
		this.put(talk, mina, { type: "video", videoId: "1000", text: null }, 40 * MINUTE);
		this.put(talk, YOU, { type: "text", text: "That light! 😍" }, 30 * MINUTE).reactions = [{ emoji: "❤️", userIds: [mina] }];
		talk.readSeq = 7;
		talk.marks = [{ userId: mina, deliveredSeq: 7, readSeq: 7 }];
		const tea = this.direct(jonas);
		this.put(tea, jonas, { type: "text", text: "Which tea is it?" }, 90 * MINUTE);
		this.put(tea, jonas, { type: "text", text: "And where do I get it? https://tea.example/green" }, 88 * MINUTE);
		const asking = this.direct(lucia, { standing: "requested", invitedById: lucia, accepted: false });
		this.put(asking, lucia, { type: "text", text: "Hi! Would you let me use your clip? See www.example.org/me" }, 300 * MINUTE);
		this.group(GROUP, "Dawn patrol", [
			[YOU, "owner"],
			[mina, "admin"],
			[sora, "member"],
			[ada, "member"],
		]);
	}

	group(id: string, name: string, people: [string, Role][]): Held {
		const held = this.begin(id, {
			kind: "group",
			name,
			faceIds: people
				.map(([one]) => one)
				.filter((one) => one !== YOU)
				.slice(0, 3),
		});
		held.members = people.map(([userId, role]) => ({ userId, role, joinedAt: new Date().toISOString(), invited: false }));
		held.facts.role = people.find(([one]) => one === YOU)?.[1] ?? "member";
		held.facts.memberCount = people.length;
		const note = { type: "system", about: "created", byId: YOU, userId: null, name, role: null } as const;
		this.put(held, null, note, 2000 * MINUTE);
		const other = people.find(([one]) => one !== YOU)?.[0] ?? YOU;
		this.put(held, other, { type: "text", text: "Tomorrow, 5:40, at the pier?" }, 1900 * MINUTE);
		held.readSeq = 2;
		return held;
	}

	direct(otherId: string, facts: Partial<ConversationFacts> = {}): Held {
		return this.begin(directWith(otherId), { otherId, ...facts });
	}

	private begin(id: string, facts: Partial<ConversationFacts>): Held {
		const held: Held = {
			facts: {
				id,
				kind: "direct",
				name: null,
				otherId: null,
				faceIds: [],
				memberCount: 2,
				standing: "member",
				invitedById: null,
				role: "member",
				locked: false,
				accepted: true,
				mayWrite: true,
				...facts,
			},
			messages: [],
			readSeq: 0,
			mutedUntil: null,
			members: [],
			marks: [],
			link: null,
			waiting: [],
		};
		this.held.set(id, held);
		return held;
	}

	/** @param agoMs how long ago it was written, milliseconds */
	put(held: Held, senderId: string | null, content: MessageContent, agoMs = 0, more: Partial<Message> = {}): Message {
		const message: Message = {
			conversationId: held.facts.id,
			seq: (held.messages.at(-1)?.seq ?? 0) + 1,
			revision: 0,
			senderId,
			clientId: null,
			sentAt: new Date(Date.now() - agoMs).toISOString(),
			editedAt: null,
			content,
			replyTo: null,
			reactions: [],
			...more,
		};
		held.messages.push(message);
		return message;
	}

	/** Somebody writes, and whoever is connected is told. */
	arrive(id: string, senderId: string, content: MessageContent | string, more: Partial<Message> = {}): Message {
		const held = this.of(id);
		const message = this.put(held, senderId, typeof content === "string" ? { type: "text", text: content } : content, 0, more);
		this.tell({ kind: "message", message });
		return message;
	}

	/** A message changed, and whoever is connected is told. */
	change(id: string, seq: number, change: Partial<Message>): Message {
		const held = this.of(id);
		const place = held.messages.findIndex((one) => one.seq === seq);
		const had = held.messages[place];
		if (!had) throw new Error(`there is no message ${seq}`);
		const message = { ...had, ...change, revision: had.revision + 1 };
		held.messages[place] = message;
		this.tell({ kind: "message_changed", message });
		return message;
	}

	of(id: string): Held {
		const held = this.held.get(id);
		if (!held) throw new Error(`nobody made the conversation ${id}`);
		return held;
	}
}

const unreadOf = ({ messages, readSeq }: Held): number =>
	messages.filter(({ seq, senderId }) => seq > readSeq && senderId !== null && senderId !== YOU).length;

const conversationOf = (held: Held): Conversation => {
	const last = held.messages.at(-1) ?? null;
	return {
		...held.facts,
		lastMessage: last,
		lastSeq: last?.seq ?? 0,
		readSeq: held.readSeq,
		unread: unreadOf(held),
		mutedUntil: held.mutedUntil,
		updatedAt: last?.sentAt ?? new Date().toISOString(),
	};
};

interface Asked {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly url: URL;
	readonly body: () => Record<string, unknown>;
	readonly viewer: UserSummary | null;
	readonly messages: FakeMessages;
	readonly cards: readonly VideoCard[];
}

const PATH = /^\/api\/v1\/conversations\/(?<id>g[0-9a-z]{32}|\d+-\d+)(?:\/(?<rest>.*))?$/;

/** A photo or voice note that was sent. */
export const messageMedia = (response: ServerResponse, pathname: string): void =>
	void response.writeHead(200, { "content-type": pathname.endsWith("photo") ? "image/png" : "audio/mp4" }).end(PNG);

/** @returns false for what is nothing about messages */
export async function answerMessages(asked: Asked): Promise<boolean> {
	const { request, response, url, messages } = asked;
	const { pathname } = url;
	const method = request.method ?? "GET";
	const refusal = messages.refusals.get(`${method} ${pathname}`);
	if (refusal) {
		messages.refusals.delete(`${method} ${pathname}`);
		problem(response, refusal.code, refusal.detail);
		return true;
	}
	if (pathname === "/put/message") {
		response.writeHead(200).end();
		return true;
	}
	if (pathname === "/api/v1/messages/settings") {
		if (method === "PATCH") messages.settings = { ...messages.settings, ...asked.body() };
		json(response, messages.settings);
		return true;
	}
	if (pathname === "/api/v1/conversations") {
		if (method === "POST") createGroup(asked);
		else listConversations(asked);
		return true;
	}
	if (pathname === "/api/v1/conversations/direct") {
		const otherId = String(asked.body().userId);
		const held = messages.held.get(directWith(otherId)) ?? messages.direct(otherId);
		json(response, { conversation: conversationOf(held), people: people(asked) });
		return true;
	}
	const join = /^\/api\/v1\/conversations\/join\/(.+)$/.exec(pathname);
	if (join) {
		answerJoin(asked, String(join[1]), method);
		return true;
	}
	const { id, rest = "" } = PATH.exec(pathname)?.groups ?? {};
	if (id === undefined) return false;
	const held = messages.held.get(id);
	if (!held) problem(response, "conversation_not_found", "There is no such conversation, or you are not in it any more.");
	else if (rest.startsWith("messages") || rest.startsWith("media")) await answerWriting(asked, held, rest, method);
	else answerConversation(asked, held, rest, method);
	return true;
}

const TWO: [string, Role][] = [
	["100", "owner"],
	[YOU, "member"],
];
const people = ({ viewer }: Asked): UserSummary[] => [...(viewer ? [viewer] : []), ...PEOPLE];

function listConversations({ response, url, messages, viewer, ...asked }: Asked): void {
	const folder = url.searchParams.get("folder") === "requests" ? "requested" : "member";
	const all = [...messages.held.values()].filter(({ facts, messages: said }) => said.length > 0 || facts.kind === "group");
	const of = (standing: string) => all.filter(({ facts }) => (facts.standing === "requested") === (standing === "requested"));
	const conversations = viewer?.username === "fresh" ? [] : of(folder).map(conversationOf);
	json(response, {
		conversations: conversations.sort((a, b) => Date.parse(b.updatedAt) - Date.parse(a.updatedAt)),
		people: people({ response, url, messages, viewer, ...asked }),
		unread: of("member").filter((held) => unreadOf(held) > 0 && held.mutedUntil === null).length,
		requests: of("requested").length,
		nextCursor: null,
	});
}

function createGroup(asked: Asked): void {
	const { response, messages, body } = asked;
	const { name, userIds } = body() as { name: string; userIds: string[] };
	const id = `g${String(messages.held.size).padStart(32, "n")}`;
	const held = messages.group(id, name, [[YOU, "owner"]]);
	held.members.push(...userIds.map((userId) => ({ userId, role: "member" as const, joinedAt: new Date().toISOString(), invited: true })));
	held.messages.length = 1;
	held.facts.memberCount = 1;
	json(response, { conversation: conversationOf(held), people: people(asked), notAsked: userIds.filter((one) => one === "104") }, 201);
}

function answerJoin({ response, messages }: Asked, token: string, method: string): void {
	const approval = token.startsWith("ask");
	if (token === "gone") problem(response, "link_expired", "This link leads to no group any more. Ask for a new one.");
	else if (method === "POST") {
		if (!approval) messages.group(GROUP, "Dawn patrol", TWO);
		json(response, { conversationId: GROUP, joined: !approval });
	} else json(response, { conversationId: GROUP, name: "Dawn patrol", memberCount: 4, approval, standing: "none" });
}

function answerConversation(asked: Asked, held: Held, rest: string, method: string): void {
	const { response, messages, body, url } = asked;
	const one = () => json(response, { conversation: conversationOf(held), people: people(asked) });
	const member = /^members\/(\d+)(\/role)?$/.exec(rest);
	const waiting = /^join-requests\/(\d+)$/.exec(rest);
	if (rest === "" && method === "PATCH") {
		Object.assign(held.facts, body());
		one();
	} else if (rest === "") {
		json(response, {
			conversation: conversationOf(held),
			people: people(asked),
			members: held.members,
			marks: held.marks,
			link: held.link,
			joinRequests: held.waiting.length,
		});
	} else if (rest === "accept") {
		Object.assign(held.facts, { standing: "member", accepted: true, invitedById: null, mayWrite: true });
		one();
	} else if (rest === "decline" || rest === "leave") {
		messages.held.delete(held.facts.id);
		nothing(response);
	} else if (rest === "report") {
		messages.reports.push(body());
		// A request is declined by it.
		if (held.facts.standing === "requested") messages.held.delete(held.facts.id);
		json(response, { reportId: "77" }, 201);
	} else if (rest === "read") {
		held.readSeq = Math.max(held.readSeq, Number(body().seq));
		json(response, { readSeq: held.readSeq, unread: unreadOf(held) });
	} else if (rest === "mute") {
		held.mutedUntil = method === "PUT" ? ((body().until as string | null) ?? "9999-12-31T00:00:00.000Z") : null;
		json(response, { mutedUntil: held.mutedUntil });
	} else if (rest === "search") {
		const words = (url.searchParams.get("q") ?? "").toLowerCase();
		const found = held.messages.filter(({ content }) => content.type === "text" && content.text.toLowerCase().includes(words)).reverse();
		json(response, { messages: found, people: people(asked), hasOlder: false });
	} else if (rest === "members") {
		const { userIds } = body() as { userIds: string[] };
		held.members.push(...userIds.map((userId) => ({ userId, role: "member" as const, joinedAt: new Date().toISOString(), invited: true })));
		json(response, { conversation: conversationOf(held), people: people(asked), notAsked: [] });
	} else if (member && member[2] === undefined) {
		held.members = held.members.filter(({ userId }) => userId !== member[1]);
		held.facts.memberCount = held.members.length;
		nothing(response);
	} else if (member) {
		held.members = held.members.map((them) => (them.userId === member[1] ? { ...them, role: body().role as Role } : them));
		one();
	} else if (rest === "link") {
		held.link = method === "PUT" ? { token: held.link?.token ?? "letmein", approval: body().approval === true } : null;
		if (held.link) json(response, { link: held.link });
		else nothing(response);
	} else if (rest === "join-requests") {
		json(response, { requests: held.waiting.map((user) => ({ user, at: new Date().toISOString() })) });
	} else if (waiting) {
		const accepted = held.waiting.find(({ id }) => id === waiting[1]);
		held.waiting = held.waiting.filter((user) => user !== accepted);
		if (accepted && body().accept === true) {
			held.members.push({ userId: accepted.id, role: "member", joinedAt: new Date().toISOString(), invited: false });
			held.facts.memberCount++;
		}
		nothing(response);
	} else throw new Error(`nobody made an answer up to ${method} ${rest}`);
}

async function answerWriting(asked: Asked, held: Held, rest: string, method: string): Promise<void> {
	const { response, messages, body } = asked;
	const { id } = held.facts;
	const of = /^messages\/(\d+)(\/reaction)?$/.exec(rest);
	if (rest === "messages" && method === "GET") return listMessages(asked, held);
	if (rest === "messages") {
		await messages.beforeSend;
		return sendMessage(asked, held);
	}
	if (rest === "media") {
		const { clientId } = body();
		return json(response, { mediaId: clientId, uploadUrl: "/put/message", expiresAt: new Date(Date.now() + MINUTE).toISOString() }, 201);
	}
	if (rest.startsWith("media/")) {
		const media = { kind: "photo", url: `/messages/${id}/photo`, width: 800, height: 600, blurhash: BLURHASH };
		return json(response, { media });
	}
	const seq = Number(of?.[1]);
	const had = held.messages.find((one) => one.seq === seq);
	if (!had) return problem(response, "message_not_found", "There is no such message that you can do this to. It may have been taken back.");
	if (of?.[2]) {
		const others = had.reactions
			.map((one) => ({ ...one, userIds: one.userIds.filter((userId) => userId !== YOU) }))
			.filter(({ userIds }) => userIds.length > 0);
		if (method === "DELETE") return json(response, { message: messages.change(id, seq, { reactions: others }) });
		const emoji = String(body().emoji);
		const same = others.find((one) => one.emoji === emoji);
		const reactions = same
			? others.map((one) => (one === same ? { ...one, userIds: [...one.userIds, YOU] } : one))
			: [...others, { emoji, userIds: [YOU] }];
		return json(response, { message: messages.change(id, seq, { reactions }) });
	}
	const change: Partial<Message> =
		method === "DELETE"
			? { content: { type: "unsent" }, reactions: [] }
			: { content: { type: "text", text: String(body().text) }, editedAt: new Date().toISOString() };
	json(response, { message: messages.change(id, seq, change) });
}

/** What is kept of what was sent. */
function contentOf(content: MessageInput, id: string): MessageContent {
	if (content.type === "photo")
		return { type: "photo", url: `/messages/${id}/photo`, width: 800, height: 600, blurhash: BLURHASH, alt: content.alt ?? "" };
	if (content.type === "voice") return { type: "voice", url: `/messages/${id}/voice`, durationMs: 4_000, peaks: PEAKS };
	return content.type === "video" ? { type: "video", videoId: content.videoId, text: content.text ?? null } : content;
}

function sendMessage({ response, messages, body }: Asked, held: Held): void {
	const { clientId, content, replyTo } = body() as { clientId: string; content: MessageInput; replyTo?: number };
	messages.sends.push(clientId);
	const known = held.messages.find((one) => one.clientId === clientId);
	if (known) {
		json(response, { message: known });
		return;
	}
	const answered = held.messages.find(({ seq }) => seq === replyTo);
	const quoted = answered && {
		seq: answered.seq,
		senderId: answered.senderId,
		type: answered.content.type,
		text: answered.content.type === "text" ? answered.content.text.slice(0, 120) : "",
	};
	const message = messages.put(held, YOU, contentOf(content, held.facts.id), 0, { clientId, replyTo: quoted ?? null });
	held.readSeq = message.seq;
	json(response, { message }, 201);
	messages.tell({ kind: "message", message });
}

function listMessages(asked: Asked, { messages: all }: Held): void {
	const { response, url, cards } = asked;
	const number = (name: string) => (url.searchParams.has(name) ? Number(url.searchParams.get(name)) : null);
	const limit = number("limit") ?? 40;
	const [before, after, around] = [number("before"), number("after"), number("around")];
	const older = all.filter(({ seq }) => seq < (before ?? Number.POSITIVE_INFINITY));
	let shown = older.slice(-limit);
	if (after !== null) shown = all.filter(({ seq }) => seq > after).slice(0, limit);
	if (around !== null) {
		const place = all.findIndex(({ seq }) => seq === around);
		shown = all.slice(Math.max(0, place - limit / 2), place + limit / 2);
	}
	const ids = new Set(shown.flatMap(({ content }) => (content.type === "video" ? content.videoId : [])));
	json(response, {
		messages: shown,
		people: people(asked),
		videos: cards.filter(({ id }) => ids.has(id)),
		hasOlder: (shown[0]?.seq ?? 0) > (all[0]?.seq ?? 0),
		hasNewer: (shown.at(-1)?.seq ?? 0) < (all.at(-1)?.seq ?? 0),
	});
}
