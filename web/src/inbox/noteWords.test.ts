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
		[note("milestone", "“Rain” has reached 1,000 views.", []), "“Rain” hat 1.000 Aufrufe erreicht."],
		[note("milestone", "Your video has reached 100 likes.", []), "Dein Video hat 100 Likes erreicht."],
		[note("milestone", "You have 1,000 followers now.", []), "Du hast jetzt 1.000 Follower."],
		[note("video_ready", "Your video “Rain” is up.", []), "“Rain” ist da."],
		[note("video_ready", "Your video is up.", []), "Dein Video ist da."],
		[note("video_ready", "Your video “Rain” is up, without its sound: it is damaged.", []), "“Rain” ist da, ohne Ton."],
		[
			note("video_failed", "“Rain” could not be published. This video is too long.", []),
			"“Rain” konnte nicht veröffentlicht werden. Bei deinen Videos steht, warum und was zu tun ist.",
		],
		[
			note("account", "The copy of your data is ready. Download it in Settings within seven days.", []),
			"Die Kopie deiner Daten ist fertig. Lade sie innerhalb von sieben Tagen in den Einstellungen herunter.",
		],
		[note("account", "Your password was changed.", []), "Dein Passwort wurde geändert."],
		[note("message", "@mina wrote: See: you", ["mina"]), "@mina: See: you"],
		[note("message", "@mina wrote in “Hike”: At\nnine", ["mina"]), "“Hike” · @mina: At\nnine"],
		[note("message", "@mina sent a photo in “Hike”", ["mina"]), "“Hike” · @mina hat ein Foto gesendet"],
		[note("message", "@mina sent a voice note", ["mina"]), "@mina hat eine Sprachnachricht gesendet"],
		[note("message", "@mina asks you into a group", ["mina"]), "@mina lädt dich in eine Gruppe ein"],
		[note("message", "You have a new message.", []), "You have a new message."],
		[note("account", "Something of tomorrow.", []), "Something of tomorrow."],
	])("is made of its parts in another language: %#", (told, words) => {
		language.value = "de";
		expect(noteWords(told)).toBe(words);
	});
});
