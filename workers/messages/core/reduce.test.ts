import { describe, expect, it } from "vitest";
import { EDIT_MESSAGE_MS, GROUP_MAX, REQUEST_MESSAGES_MAX } from "../../../contracts/limits.ts";
import type { MessageContent } from "../../../contracts/messages.ts";
import { type Command, NOTHING_FOUND, type Refusal } from "./commands.ts";
import { factsFor } from "./facts.ts";
import { reduce, type Told, toldOf } from "./reduce.ts";
import type { State, StoredMessage } from "./state.ts";

const T = 1_800_000_000_000;
const [ANN, BOB, CID, DAN] = ["1", "2", "3", "4"] as const;
const GROUP = `g${"0".repeat(32)}`;

/** A conversation with the messages it would find in its storage. */
class Scene {
	state: State;
	now = T;
	readonly messages = new Map<number, StoredMessage>();
	told: Told[] = [];

	constructor(id: string) {
		const kind = id.startsWith("g") ? "group" : "direct";
		this.state = { id, kind, name: null, locked: false, lastSeq: 0, members: new Map(), blockers: [], link: null, joinRequests: new Map() };
	}

	do(command: Command): Refusal | "done" | "nothing" {
		const seq = command.type === "send" ? command.replyTo : "seq" in command ? command.seq : null;
		const target = seq === null ? null : (this.messages.get(seq) ?? null);
		const sent = [...this.messages.values()];
		const previous =
			command.type === "send" ? (sent.find((one) => one.clientId === command.clientId && one.senderId === command.by) ?? null) : null;
		const outcome = reduce(this.state, command, { ...NOTHING_FOUND, previous, target }, this.now);
		if ("refused" in outcome) return outcome.refused;
		this.told = toldOf(this.state, outcome, this.messages);
		const isSame = outcome.state === this.state && outcome.messages.length === 0;
		this.state = outcome.state;
		for (const message of outcome.messages) this.messages.set(message.seq, message);
		return isSame ? "nothing" : "done";
	}

	say(by: string, text = "hello", more: Partial<Extract<Command, { type: "send" }>> = {}) {
		const content: MessageContent = { type: "text", text };
		return this.do({ type: "send", by, clientId: `${this.messages.size}`, content, replyTo: null, begins: null, ...more });
	}

	/** Kinds of what somebody is told by the last command, in order. */
	toldTo(userId: string): string[] {
		return this.told.filter(({ to }) => to.includes(userId)).map(({ event }) => event.kind);
	}

	facts(userId: string) {
		const member = this.state.members.get(userId);
		if (member === undefined) throw new Error(`${userId} was never in it`);
		return factsFor(this.state, member);
	}
}

const two = (as: "member" | "request" = "member") => {
	const scene = new Scene(`${ANN}-${BOB}`);
	expect(scene.say(ANN, "hello", { begins: { withId: BOB, as } })).toBe("done");
	return scene;
};
/** Ann's group; Bob and Cid have joined, Dan was asked. */
const group = () => {
	const scene = new Scene(GROUP);
	scene.do({ type: "create", by: ANN, name: "Friday", userIds: [BOB, CID, DAN] });
	for (const by of [BOB, CID]) scene.do({ type: "accept", by });
	return scene;
};

describe("two people", () => {
	it("begin a conversation by the first message, and by nothing else", () => {
		const scene = new Scene(`${ANN}-${BOB}`);
		expect(scene.say(ANN)).toBe("not_begun");
		expect(scene.do({ type: "read", by: ANN, seq: 1 })).toBe("no_conversation");
		expect(scene.say(ANN, "hello", { begins: { withId: BOB, as: "member" } })).toBe("done");
		expect([scene.toldTo(ANN), scene.toldTo(BOB)]).toEqual([
			["conversation_changed", "message"],
			["conversation_changed", "message"],
		]);
		expect(scene.facts(BOB)).toMatchObject({ standing: "member", otherId: ANN, accepted: true, mayWrite: true });
	});

	it("are numbered in one order, and a message that is sent again is the one there is", () => {
		const scene = two();
		expect(scene.say(BOB, "hi", { clientId: "b" })).toBe("done");
		expect(scene.say(BOB, "hi", { clientId: "b" })).toBe("nothing");
		expect(scene.say(ANN, "same id, another sender", { clientId: "b" })).toBe("done");
		expect([...scene.messages.keys()]).toEqual([1, 2, 3]);
	});

	it("answer what they see, and nothing else", () => {
		const scene = two();
		expect(scene.say(BOB, "yes", { replyTo: 1 })).toBe("done");
		expect(scene.told.at(-1)?.event).toMatchObject({ message: { replyTo: { seq: 1, senderId: ANN, text: "hello" } } });
		expect(scene.say(BOB, "what?", { replyTo: 9 })).toBe("no_message");
	});

	it("close it when one blocks the other, and open it when neither does any more", () => {
		const scene = two();
		scene.do({ type: "block", by: BOB, blocked: true });
		expect([scene.toldTo(ANN), scene.toldTo(BOB)]).toEqual([["conversation_changed"], ["conversation_changed"]]);
		scene.do({ type: "block", by: ANN, blocked: true });
		for (const by of [ANN, BOB]) expect([scene.say(by), scene.facts(by).standing]).toEqual(["closed", "closed"]);
		expect(scene.do({ type: "react", by: ANN, seq: 1, emoji: "👍" })).toBe("closed");
		expect(scene.do({ type: "edit", by: ANN, seq: 1, text: "still me" })).toBe("closed");
		scene.do({ type: "block", by: BOB, blocked: false });
		expect(scene.say(ANN)).toBe("closed");
		scene.do({ type: "block", by: ANN, blocked: false });
		expect(scene.say(ANN)).toBe("done");
	});

	it("take it off their list with all there was, and have it back with the next message", () => {
		const scene = two();
		scene.do({ type: "leave", by: BOB });
		expect([scene.toldTo(ANN), scene.toldTo(BOB)]).toEqual([[], ["conversation_gone"]]);
		scene.say(ANN, "are you there?");
		expect(scene.toldTo(BOB)).toEqual(["conversation_changed", "message"]);
		expect(scene.do({ type: "react", by: BOB, seq: 1, emoji: "👍" })).toBe("no_message");
		expect(scene.do({ type: "react", by: BOB, seq: 2, emoji: "👍" })).toBe("done");
	});

	it("show how far they have come, never backwards and never past the end", () => {
		const scene = two();
		expect(scene.do({ type: "read", by: BOB, seq: 99 })).toBe("done");
		expect(scene.state.members.get(BOB)?.readSeq).toBe(1);
		expect(scene.do({ type: "read", by: BOB, seq: 0 })).toBe("nothing");
		expect(scene.do({ type: "deliver", by: BOB, seq: 1 })).toBe("done");
	});

	it("write no more when one is erased; what was written stays", () => {
		const scene = two();
		scene.do({ type: "erase", by: ANN });
		expect(scene.say(BOB)).toBe("closed");
		expect(scene.facts(BOB)).toMatchObject({ standing: "closed", mayWrite: false });
		expect(scene.messages.get(1)?.content).toEqual({ type: "text", text: "hello" });
	});
});

describe("a stranger's request", () => {
	it("is read before it is answered, and shows nothing of that", () => {
		const scene = two("request");
		expect(scene.facts(BOB)).toMatchObject({ standing: "requested", invitedById: ANN, accepted: false });
		expect(scene.toldTo(BOB)).toEqual(["conversation_changed", "message"]);
		const outcome = reduce(scene.state, { type: "read", by: BOB, seq: 1 }, NOTHING_FOUND, T);
		expect(outcome).toMatchObject({ marked: null });
		expect(scene.do({ type: "deliver", by: BOB, seq: 1 })).toBe("nothing");
	});

	it("is a few messages at most", () => {
		const scene = two("request");
		for (let sent = 1; sent < REQUEST_MESSAGES_MAX; sent++) expect(scene.say(ANN)).toBe("done");
		expect(scene.toldTo(ANN)).toContain("conversation_changed");
		expect([scene.say(ANN), scene.facts(ANN).mayWrite]).toEqual(["not_accepted", false]);
		expect(scene.do({ type: "edit", by: ANN, seq: 1, text: "hello there" })).toBe("done");
	});

	it.each<MessageContent>([
		{ type: "text", text: "look at https://evil.test" },
		{ type: "text", text: "look at www.evil" },
		{ type: "text", text: "look at evil.com/now" },
		{ type: "text", text: "ev\u200bil.com" },
		{ type: "video", videoId: "7", text: null },
		{ type: "photo", url: "/messages/x/y", width: 1, height: 1, blurhash: "x", alt: "" },
		{ type: "voice", url: "/messages/x/y", durationMs: 1, peaks: [] },
	])("has words alone, and no links: %j", (content) => {
		const scene = two("request");
		expect(scene.say(ANN, "", { content })).toBe("not_accepted");
		expect(new Scene(`${ANN}-${BOB}`).say(ANN, "", { content, begins: { withId: BOB, as: "request" } })).toBe("not_accepted");
		scene.do({ type: "accept", by: BOB });
		expect(scene.say(ANN, "", { content })).toBe("done");
	});

	it("can't get a link in by an edit, nor a reaction", () => {
		const scene = two("request");
		expect(scene.do({ type: "edit", by: ANN, seq: 1, text: "evil.com" })).toBe("not_accepted");
		expect(scene.do({ type: "react", by: ANN, seq: 1, emoji: "👍" })).toBe("not_accepted");
	});

	it("is accepted by accepting it, or by an answer", () => {
		for (const answer of [(scene: Scene) => scene.do({ type: "accept", by: BOB }), (scene: Scene) => scene.say(BOB)]) {
			const scene = two("request");
			expect(answer(scene)).toBe("done");
			for (const by of [ANN, BOB]) expect([scene.toldTo(by)[0], scene.facts(by).accepted]).toEqual(["conversation_changed", true]);
		}
	});

	it("is declined without a word to who sent it: it is as if nobody had answered, until the other writes", () => {
		const scene = two("request");
		const before = scene.facts(ANN);
		scene.do({ type: "decline", by: BOB });
		expect([scene.toldTo(ANN), scene.toldTo(BOB), scene.facts(ANN)]).toEqual([[], ["conversation_gone"], before]);
		for (let sent = 1; sent < REQUEST_MESSAGES_MAX; sent++) expect([scene.say(ANN), scene.toldTo(BOB)]).toEqual(["done", []]);
		expect(scene.say(ANN)).toBe("not_accepted");
		expect(scene.say(BOB, "I thought again")).toBe("done");
		expect(scene.say(ANN)).toBe("done");
	});
});

describe("a message", () => {
	it("is edited by its sender alone, within its time, and says so", () => {
		const scene = two();
		scene.now = T + EDIT_MESSAGE_MS;
		expect(scene.do({ type: "edit", by: BOB, seq: 1, text: "no" })).toBe("not_own");
		expect(scene.do({ type: "edit", by: ANN, seq: 1, text: "hello!" })).toBe("done");
		expect(scene.messages.get(1)).toMatchObject({ revision: 1, editedAt: scene.now, content: { text: "hello!" } });
		expect(scene.toldTo(BOB)).toEqual(["message_changed"]);
		scene.now += 1;
		expect(scene.do({ type: "edit", by: ANN, seq: 1, text: "too late" })).toBe("too_late");
	});

	it("that is unsent leaves nothing, and stays unsent", () => {
		const scene = two();
		scene.do({ type: "react", by: BOB, seq: 1, emoji: "👍" });
		expect(scene.do({ type: "unsend", by: BOB, seq: 1 })).toBe("no_message");
		expect(scene.do({ type: "unsend", by: ANN, seq: 1 })).toBe("done");
		expect(scene.messages.get(1)).toMatchObject({ content: { type: "unsent" }, reactions: [], revision: 2 });
		expect(scene.do({ type: "unsend", by: ANN, seq: 1 })).toBe("nothing");
		expect(scene.do({ type: "edit", by: ANN, seq: 1, text: "back" })).toBe("no_message");
		expect(scene.do({ type: "react", by: BOB, seq: 1, emoji: "👍" })).toBe("no_message");
	});

	it("has one reaction of each person, in the order the emojis came", () => {
		const scene = two();
		for (const [by, emoji] of [
			[BOB, "👍"],
			[ANN, "😂"],
			[BOB, "😂"],
			[BOB, "😂"],
		] as const)
			scene.do({ type: "react", by, seq: 1, emoji });
		expect(scene.messages.get(1)).toMatchObject({ reactions: [{ emoji: "😂", userIds: [ANN, BOB] }], revision: 3 });
		scene.do({ type: "react", by: ANN, seq: 1, emoji: null });
		expect(scene.messages.get(1)?.reactions).toEqual([{ emoji: "😂", userIds: [BOB] }]);
	});
});

describe("a group", () => {
	it("is joined by consent: who was asked sees no messages until they accept, and those from then on", () => {
		const scene = group();
		expect(scene.facts(DAN)).toMatchObject({ standing: "requested", invitedById: ANN, memberCount: 3, name: "Friday" });
		scene.say(ANN, "before Dan");
		expect([scene.toldTo(BOB), scene.toldTo(DAN)]).toEqual([["message"], []]);
		expect(scene.do({ type: "accept", by: DAN })).toBe("done");
		expect(scene.toldTo(DAN)).toEqual(["conversation_changed", "message"]);
		const before = scene.state.lastSeq - 1;
		expect(scene.do({ type: "react", by: DAN, seq: before, emoji: "👍" })).toBe("no_message");
		expect(scene.say(DAN)).toBe("done");
	});

	it("tells everybody how many they are, and in a large one by the message alone", () => {
		const scene = group();
		scene.do({ type: "link", by: ANN, approval: false, secret: "s" });
		scene.do({ type: "join", by: "100", secret: "s" });
		expect(scene.toldTo(BOB)).toEqual(["conversation_changed", "message"]);
		for (let one = 101; one < 120; one++) scene.do({ type: "join", by: String(one), secret: "s" });
		scene.do({ type: "join", by: "120", secret: "s" });
		expect([scene.toldTo(BOB), scene.facts(BOB).memberCount]).toEqual([["message"], 24]);
	});

	it("made twice by one request is one", () => {
		const scene = group();
		expect(scene.do({ type: "create", by: ANN, name: "Again", userIds: [BOB] })).toBe("nothing");
		expect(scene.do({ type: "create", by: DAN, name: "Mine", userIds: [] })).toBe("nothing");
		expect(scene.state.name).toBe("Friday");
	});

	it("has a hundred people at most, those who were asked included", () => {
		const scene = group();
		const many = Array.from({ length: GROUP_MAX - 4 }, (_, at) => String(100 + at));
		expect(scene.do({ type: "invite", by: BOB, userIds: [...many, "999"] })).toBe("full");
		expect(scene.do({ type: "invite", by: BOB, userIds: many })).toBe("done");
		scene.do({ type: "link", by: ANN, approval: false, secret: "s" });
		expect(scene.do({ type: "join", by: "999", secret: "s" })).toBe("full");
	});

	/** What each role may do: the owner, an admin, a member, who was asked, a stranger. */
	const rights: [string, (by: string) => Command, (Refusal | "done")[]][] = [
		[
			"write",
			(by) => ({ type: "send", by, clientId: by, content: { type: "text", text: "x" }, replyTo: null, begins: null }),
			["done", "done", "done", "no_conversation", "no_conversation"],
		],
		["ask others in", (by) => ({ type: "invite", by, userIds: ["9"] }), ["done", "done", "done", "no_conversation", "no_conversation"]],
		["rename", (by) => ({ type: "update", by, name: "Else" }), ["done", "done", "not_leading", "no_conversation", "no_conversation"]],
		["lock", (by) => ({ type: "update", by, locked: true }), ["done", "done", "not_leading", "no_conversation", "no_conversation"]],
		[
			"remove a member",
			(by) => ({ type: "remove", by, userId: "5" }),
			["done", "done", "not_leading", "no_conversation", "no_conversation"],
		],
		[
			"remove the owner",
			(by) => ({ type: "remove", by, userId: ANN }),
			["not_leading", "not_leading", "not_leading", "no_conversation", "no_conversation"],
		],
		[
			"make an admin",
			(by) => ({ type: "role", by, userId: "5", role: "admin" }),
			["done", "not_leading", "not_leading", "no_conversation", "no_conversation"],
		],
		[
			"make a link",
			(by) => ({ type: "link", by, approval: true, secret: "s" }),
			["done", "done", "not_leading", "no_conversation", "no_conversation"],
		],
		[
			"take another's message back",
			(by) => ({ type: "unsend", by, seq: 6 }),
			["done", "done", "no_message", "no_conversation", "no_conversation"],
		],
	];
	it.each(rights)("lets by their role: %s", (_, command, expected) => {
		const doers = [ANN, BOB, CID, DAN, "77"];
		const found = doers.map((by) => {
			const scene = group();
			scene.do({ type: "invite", by: ANN, userIds: ["5"] });
			scene.do({ type: "accept", by: "5" });
			scene.do({ type: "role", by: ANN, userId: BOB, role: "admin" });
			expect(scene.say("5", "of a member")).toBe("done");
			expect(scene.state.lastSeq).toBe(6);
			return scene.do(command(by));
		});
		expect(found).toEqual(expected);
	});

	it("that is locked is written in by its owner and admins, and says so", () => {
		const scene = group();
		scene.do({ type: "update", by: ANN, locked: true });
		expect(scene.toldTo(BOB)).toEqual(["conversation_changed", "message"]);
		expect([scene.say(BOB), scene.say(ANN)]).toEqual(["locked", "done"]);
		expect(scene.do({ type: "invite", by: BOB, userIds: ["9"] })).toBe("not_leading");
	});

	it("who was removed reads what was written until then, and is back when somebody with a say asks them", () => {
		const scene = group();
		scene.do({ type: "remove", by: ANN, userId: BOB });
		expect([scene.toldTo(BOB), scene.facts(BOB).standing]).toEqual([["conversation_changed"], "closed"]);
		expect([scene.say(BOB), scene.say(ANN), scene.toldTo(BOB)]).toEqual(["closed", "done", []]);
		scene.do({ type: "link", by: ANN, approval: false, secret: "s" });
		expect(scene.do({ type: "join", by: BOB, secret: "s" })).toBe("was_removed");
		expect([scene.do({ type: "invite", by: CID, userIds: [BOB] }), scene.state.members.get(BOB)?.standing]).toEqual(["nothing", "removed"]);
		expect(scene.do({ type: "invite", by: ANN, userIds: [BOB] })).toBe("done");
	});

	it("who was removed is told nothing of what becomes of it", () => {
		const scene = group();
		scene.do({ type: "remove", by: ANN, userId: BOB });
		const before = scene.facts(BOB);
		expect(before).toMatchObject({ name: "Friday", memberCount: scene.facts(ANN).memberCount, faceIds: [] });
		const later: Command[] = [
			{ type: "update", by: ANN, name: "Without Bob", locked: true },
			{ type: "invite", by: ANN, userIds: ["9"] },
			{ type: "accept", by: "9" },
			{ type: "leave", by: CID },
		];
		for (const command of later) {
			expect(scene.do(command)).toBe("done");
			expect([scene.toldTo(BOB), scene.facts(BOB)]).toEqual([[], before]);
		}
	});

	it("whose owner leaves has another one, an admin before others", () => {
		const scene = group();
		scene.do({ type: "role", by: ANN, userId: CID, role: "admin" });
		scene.do({ type: "leave", by: ANN });
		expect(scene.toldTo(ANN)).toEqual(["conversation_gone"]);
		expect(scene.facts(CID).role).toBe("owner");
		scene.do({ type: "leave", by: CID });
		expect(scene.facts(BOB).role).toBe("owner");
		expect(scene.do({ type: "leave", by: BOB })).toBe("done");
	});

	it("owner makes another the owner, and no less than that", () => {
		const scene = group();
		expect(scene.do({ type: "role", by: ANN, userId: ANN, role: "member" })).toBe("owner_stays");
		expect(scene.do({ type: "role", by: ANN, userId: DAN, role: "admin" })).toBe("no_member");
		scene.do({ type: "role", by: ANN, userId: BOB, role: "owner" });
		expect([scene.facts(ANN).role, scene.facts(BOB).role]).toEqual(["admin", "owner"]);
	});
});

describe("a link to join", () => {
	it("lets in at once, or asks those with a say", () => {
		const scene = group();
		expect(scene.do({ type: "join", by: "8", secret: "s" })).toBe("no_link");
		scene.do({ type: "link", by: ANN, approval: false, secret: "s" });
		expect(scene.do({ type: "join", by: "8", secret: "other" })).toBe("no_link");
		expect([scene.do({ type: "join", by: "8", secret: "s" }), scene.facts("8").standing]).toEqual(["done", "member"]);
		scene.do({ type: "link", by: ANN, approval: true, secret: "unused" });
		expect(scene.do({ type: "join", by: "9", secret: "s" })).toBe("done");
		expect([scene.toldTo(ANN), scene.toldTo(BOB), scene.state.members.has("9")]).toEqual([["join_requested"], [], false]);
		expect(scene.do({ type: "join", by: "9", secret: "s" })).toBe("nothing");
		expect(scene.do({ type: "letIn", by: BOB, userId: "9", accept: true })).toBe("not_leading");
		expect(scene.do({ type: "letIn", by: ANN, userId: "9", accept: true })).toBe("done");
		expect(scene.toldTo("9")).toEqual(["conversation_changed", "message"]);
	});

	it("is a yes for who was asked in anyhow", () => {
		const scene = group();
		scene.do({ type: "link", by: ANN, approval: true, secret: "s" });
		expect([scene.do({ type: "join", by: DAN, secret: "s" }), scene.facts(DAN).standing]).toEqual(["done", "member"]);
	});

	it("that is revoked leads nowhere, and those who waited wait no more", () => {
		const scene = group();
		scene.do({ type: "link", by: ANN, approval: true, secret: "s" });
		scene.do({ type: "join", by: "9", secret: "s" });
		scene.do({ type: "unlink", by: ANN });
		expect(scene.do({ type: "join", by: "9", secret: "s" })).toBe("no_link");
		expect(scene.do({ type: "letIn", by: ANN, userId: "9", accept: true })).toBe("nothing");
	});
});
