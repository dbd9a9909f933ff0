import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileKind } from "./file-kind.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("what a file looks like", () => {
	it.each([
		["MP4", "\0\0\0\x18ftypisom"],
		["a phone's QuickTime", "\0\0\0\x14ftypqt  "],
		["3GP", "\0\0\0\x18ftyp3gp4"],
		["old QuickTime, index first", "\0\0\x10\0moov\0\0\0\x6cmvhd"],
		["old QuickTime, padding first", "\0\0\0\x08wide\0\0\0\0mdat"],
		["Matroska and WebM", "\x1a\x45\xdf\xa3\x9f\x42\x86"],
	])("%s is a video", (_, head) => expect(fileKind(bytes(head))).toEqual({ video: true }));

	it.each([
		["a PNG", "\x89PNG\r\n\x1a\n", "a picture (PNG)"],
		["a JPEG", "\xff\xd8\xff\xe0", "a picture (JPEG)"],
		["an iPhone's picture", "\0\0\0\x24ftypheic", "a picture (HEIC)"],
		["an M4A", "\0\0\0\x20ftypM4A ", "a sound file (M4A)"],
		["a tagged MP3", "ID3\x04\0", "a sound file (MP3)"],
		["a bare MP3", "\xff\xfb\x90\x64", "a sound file (MP3 or AAC)"],
		["a WAV", "RIFF\0\0\0\0WAVEfmt ", "a sound file (WAV)"],
		["a playlist", "#EXTM3U\n", "a playlist"],
		["a concat list", "ffconcat version 1.0\n", "a list of files"],
		["text", "hello\n", "a text file"],
		["text in German, cut amid a letter", "F\xc3\xbcr morgen: \xc3", "a text file"],
		["text of a Windows editor", "\xff\xfeH\0i\0", "a text file"],
		["subtitles", "\xef\xbb\xbf1\r\n00:00:01,000 --> 00:00:02,000\r\nHi", "a text file"],
		["a transport stream", `G${"\xff".repeat(187)}`.repeat(3), "an MPEG transport stream (TS)"],
		["a camera's transport stream", `\0\0\x01\x02G${"\xff".repeat(187)}`.repeat(3), "an MPEG transport stream (TS)"],
		["a DVD's stream", "\0\0\x01\xba\x44", "an MPEG program stream (MPG)"],
		["a Windows Media file", "\x30\x26\xb2\x75\x8e\x66", "a Windows Media file (WMV)"],
		["a raw photo", "II*\0\x10", "a picture (TIFF or raw)"],
		["nothing", "", "an empty file"],
		["noise", "\x01\x02\x03\x04\x05", "something other than a video"],
	])("%s is not", (_, head, looksLike) => expect(fileKind(bytes(head))).toEqual({ video: false, looksLike }));

	it("never throws, whatever the bytes", () => {
		fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), (head) => fileKind(head) !== undefined));
	});
});
