import { afterEach, describe, expect, it } from "vitest";
import type { Notification } from "../api/notifications.ts";
import { language } from "../language/language.ts";
import { noteWords } from "./noteWords.ts";

const note = (type: Notification["type"], text: string, names: string[], actorCount = names.length) =>
	({ type, text, actors: names.map((username) => ({ username })), actorCount }) as Notification;

afterEach(() => {
	language.value = "en";
});

describe("a notification in words", () => {
	it("is the server's sentence in English", () => {
		expect(noteWords(note("like", "@mina liked “Rain”", ["mina"]))).toBe("@mina liked “Rain”");
	});
	it.each([
		[note("like", "@mina liked “Rain”", ["mina"]), "@mina gefällt “Rain”"],
		[note("like", "@mina liked your video", ["mina"]), "@mina gefällt dein Video"],
		[note("follow", "@mina and @jonas started following you", ["mina", "jonas"]), "@mina und @jonas folgen dir jetzt"],
		[note("comment", "@mina and 3 others commented: “Wow”", ["mina", "jonas"], 4), "@mina und 3 weitere haben kommentiert: “Wow”"],
		[note("milestone", "1,000 views", []), "1,000 views"],
	])("is made of its parts in another language: %#", (told, words) => {
		language.value = "de";
		expect(noteWords(told)).toBe(words);
	});
});
