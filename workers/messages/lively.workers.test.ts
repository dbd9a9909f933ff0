import { describe, expect, it } from "vitest";
import { newUser } from "../gateway/testing/api.ts";
import { TestSocket } from "../live/socket.fixture.ts";
import { AHEAD_FROM } from "./ahead.ts";
import { at, call, groupOf, read, say, settled, texts } from "./messages.fixture.ts";

/** Numbers of the messages that a socket was shown before their events, and of those it was told in order. */
const ahead = ({ signals }: TestSocket) => signals.flatMap((told) => (told.kind === "message" ? [told.message.seq] : []));
const inOrder = ({ events }: TestSocket) => events.flatMap(({ event }) => (event.kind === "message" ? [event.message.seq] : []));

describe("a large group", () => {
	it("shows messages to who is there before it tells them in order, each once, and to nobody who doesn't hear the sender", async () => {
		const [ann, bob, cid] = [await settled(), await settled(), await settled()];
		const others = await Promise.all(Array.from({ length: AHEAD_FROM - 2 }, () => newUser(call)));
		const id = await groupOf(ann, bob);
		const { json } = await call(`PUT ${at(id, "/link")}`, { token: ann.token, body: { approval: false } });
		for (const { token } of [cid, ...others]) await call(`POST /api/v1/conversations/join/${json.link.token}`, { token });
		await call(`POST /api/v1/users/${bob.id}/block`, { token: cid.token });
		const [byBob, byCid] = [await TestSocket.resumed(bob.token), await TestSocket.resumed(cid.token)];
		// Once somebody who was away is told something in order, it is known that they are back.
		const { json: first } = await say(ann, id, "of Ann 0");
		for (const socket of [byBob, byCid]) await socket.hears((heard) => inOrder(heard).includes(first.message.seq));
		for (const count of [1, 2]) await say(ann, id, `of Ann ${count}`);
		await say(bob, id, "of Bob");
		const newest = (await read(ann, id, "?limit=1"))[0]?.seq ?? 0;
		await byBob.hears((socket) => inOrder(socket).includes(newest));
		await byCid.hears((socket) => inOrder(socket).includes(newest - 1));
		expect(ahead(byBob)).toContain(newest);
		expect(inOrder(byBob).slice(-4)).toEqual([newest - 3, newest - 2, newest - 1, newest]);
		expect(new Set(inOrder(byBob)).size).toBe(inOrder(byBob).length);
		expect(JSON.stringify([byCid.signals, byCid.events])).not.toContain("of Bob");
		expect(ahead(byCid)).toContain(newest - 1);
		expect(texts(await read(cid, id, "?limit=1"))).toEqual(["of Ann 2"]);
	});
});
