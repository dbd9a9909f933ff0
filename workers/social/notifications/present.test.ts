import { describe, expect, it } from "vitest";
import type { StoredEntry } from "./inbox-store.ts";
import { presentNotice } from "./present.ts";

const entry: StoredEntry = {
	id: 7,
	place: 7,
	type: "message",
	text: "",
	did: "wrote: “See you there”",
	actorIds: ["2", "3"],
	actorCount: 2,
	videoId: null,
	commentId: null,
	conversationId: "1-2",
	at: 1_800_000_000_000,
	read: false,
};
const mia = { id: "2", username: "mia", displayName: "Mia", avatarUrl: null, verified: false };

describe("a notice, as it is answered", () => {
	it("of a message leads to where it was written", () => {
		expect(presentNotice(entry, new Map([["2", mia]]))).toMatchObject({
			id: "7",
			conversationId: "1-2",
			text: "@mia wrote: “See you there”",
		});
	});
	it("names nobody whom the viewer may not meet", () => {
		expect(presentNotice({ ...entry, actorIds: ["3"] }, new Map([["2", mia]]))).toMatchObject({ actor: null, actors: [] });
	});
});
