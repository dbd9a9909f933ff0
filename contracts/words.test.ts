import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VISIBLE } from "./text.ts";
import { Hashtag } from "./videos.ts";
import { wordFilter } from "./word-filters.ts";
import { distinctHashtags, fold, hashtagKey, isHashtag, nearestHashtag, written } from "./words.ts";

const ZWNJ = "\u200c";
const ZWJ = "\u200d";
/** Tags as people type them, which are stored and shown so. */
const AS_TYPED = [
	...[
		"हिन्दी",
		"বাংলা",
		"ภาษาไทย",
		"น้ำพริก",
		"ລາວນຳ",
		"İstanbul",
		"Größe",
		"東京タワー",
		"ㅋㅋㅋ",
		"한글",
		"ខ្មែរ",
		"မြန်မာ",
		"தமிழ்",
		"മലയാളം",
		"ગુજરાતી",
		"ਪੰਜਾਬੀ",
	],
	...[
		"עִבְרִית",
		"العَرَبِيَّة",
		"سلام",
		"đường_phố",
		"Nguyễn",
		"việtnam",
		"Ελλάδα",
		"ქართული",
		"Հայերեն",
		"አማርኛ",
		"col·lecció",
		"צה״ל",
		"བོད་ཡིག",
		"བོད",
		"2024",
		"x_1",
		"_tea",
		"𝒳".normalize("NFKC"),
	],
	...[`می${ZWNJ}خواهم`, `ශ්${ZWJ}රී`, `ന്${ZWJ}റെ`, `क्${ZWJ}ष`],
];

describe("a hashtag", () => {
	it.each(AS_TYPED)("%s is kept as it was typed, by the API and by the studio", (tag) => {
		expect(Hashtag.parse(tag)).toBe(tag);
		expect(Hashtag.parse(`#${tag}`)).toBe(tag);
		expect(nearestHashtag(`#${tag}`)).toBe(tag);
	});

	it.each([
		["İstanbul", ["istanbul", "ISTANBUL", "ıstanbul", "I\u0307stanbul", "İSTANBUL"]],
		["Straße", ["STRASSE", "strasse", "Straẞe"]],
		["café", ["cafe\u0301", "CAFÉ", "ＣＡＦÉ"]],
		["한국", ["한국".normalize("NFD")]],
		["ガラス", ["ｶﾞﾗｽ", "ガラス".normalize("NFD")]],
		["ΟΔΟΣ", ["οδος", "οδοσ", "Οδός".normalize("NFD").replace("\u0301", "")]],
		["سلام", ["ســلام", "سَلَام"]],
		["עברית", ["עִבְרִית"]],
		[`می${ZWNJ}خواهم`, ["میخواهم"]],
		[`ශ්${ZWJ}රී`, ["ශ්රී"]],
		["TEA", ["tea", "ｔｅａ", "t\u00adea", "#tea", "＃tea"]],
		["Nguyễn", ["NGUYỄN", "nguyễn".normalize("NFD")]],
		["ㅋㅋㅋ", ["ㅋㅋㅋ".normalize("NFKC")]],
		["葛\u{e0100}城", ["葛城"]],
		["น้ำ", ["น้ำ".normalize("NFKC")]],
	])("%s is found by any other way to type it", (tag, others) => {
		for (const other of others) expect(hashtagKey(Hashtag.parse(other)), other).toBe(hashtagKey(Hashtag.parse(tag)));
	});

	it.each([
		["má", "mà"],
		["bò", "bơ"],
		["कल", "काल"],
		["は", "ば"],
		["и", "й"],
		["año", "ano"],
	])("%s is another than %s", (one, other) => expect(hashtagKey(one)).not.toBe(hashtagKey(other)));

	it.each([
		"",
		"#",
		"two words",
		"a-b",
		"a.b",
		"🔥",
		"tea🔥",
		"1️⃣",
		"_",
		"___",
		"ـــ",
		"\u3164",
		"\u2800",
		"\u0301",
		"\u093e\u0915",
		"a\u20dd",
		ZWJ,
		"½",
		"a/b",
		"@you",
	])("%j is none", (text) => expect(Hashtag.safeParse(text).success).toBe(false));

	it("has sixty-four characters, whatever they take, and signs without shape don't count", () => {
		for (const letter of ["a", "क", "𠮷", "é"]) {
			expect(Hashtag.safeParse(letter.repeat(64)).success).toBe(true);
			expect(Hashtag.safeParse(letter.repeat(65)).success).toBe(false);
			expect([...nearestHashtag(letter.repeat(80))]).toHaveLength(64);
		}
		expect(Hashtag.parse(`${"a\u200b".repeat(64)}`)).toBe("a".repeat(64));
		expect(Hashtag.safeParse("\ufdfa".repeat(64)).success).toBe(false);
	});

	it("loses signs nobody sees and joiners that join nothing", () => {
		expect(Hashtag.parse(`${ZWNJ}t\u202ee\ufe0fa${ZWJ}`)).toBe("tea");
		expect(Hashtag.parse(`a${ZWJ}b`)).toBe(`a${ZWJ}b`);
		expect(Hashtag.parse("ﾃｽﾄ")).toBe("テスト");
	});

	it("whatever is typed: the studio's is one the API takes as it is, and writing and look-up are steady", () => {
		const text = fc.oneof(
			fc.string({ unit: "grapheme" }),
			fc.string({ unit: "binary" }),
			fc.constantFrom(...AS_TYPED).chain((tag) => fc.string().map((more) => tag + more)),
		);
		fc.assert(
			fc.property(text, (typed) => {
				const tag = nearestHashtag(typed);
				if (tag !== "") expect(Hashtag.parse(tag)).toBe(tag);
				expect(written(written(typed))).toBe(written(typed));
				expect(hashtagKey(hashtagKey(typed))).toBe(hashtagKey(typed));
				if (isHashtag(written(typed))) expect(nearestHashtag(typed)).not.toBe("");
			}),
			{ seed: 8, numRuns: 500 },
		);
	});

	it("is one among many by its key, spelled as it was first", () => {
		expect(distinctHashtags(["İstanbul", "istanbul", "Tea", "ＴＥＡ", "milk"])).toEqual(["İstanbul", "Tea", "milk"]);
	});
});

describe("filters and captions", () => {
	const video = (description: string, hashtags: string[] = []) => ({ title: "", description, hashtags });

	it.each([
		["हिन्दी", "आज #हिन्दी दिवस"],
		["istanbul", "in #İSTANBUL now"],
		["สวัสดี", "#สวัสดี"],
		["میخواهم", `#می${ZWNJ}خواهم`],
		["سلام", "＃ســلام"],
	])("a hashtag %s is found in a caption, %s", (hashtag, caption) => {
		expect(wordFilter({ keywords: [], hashtags: [hashtag] })(video(caption))).toBe(true);
		expect(wordFilter({ keywords: [hashtag], hashtags: [] })(video(caption))).toBe(true);
	});

	it("a filter on a hashtag holds for it in any form, and not for a word of fewer signs", () => {
		expect(wordFilter({ keywords: [], hashtags: ["İstanbul"] })(video("", ["istanbul"]))).toBe(true);
		expect(wordFilter({ keywords: ["हनद"], hashtags: ["हनद"] })(video("#हिन्दी", ["हिन्दी"]))).toBe(false);
	});

	it("fold is steady", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				expect(fold(fold(text))).toBe(fold(text));
			}),
			{ seed: 8, numRuns: 300 },
		);
	});
});

describe("a text that says something", () => {
	it.each(["\u3164", "\u115f\u1160", "\uffa0", "\u2800", "\u200b \u00ad", "\u0301", "\ufe0f"])("%j does not", (text) =>
		expect(VISIBLE.test(text)).toBe(false),
	);
	it.each(["a", "👍", "…", "ㅋ", "한", "ไ"])("%j does", (text) => expect(VISIBLE.test(text)).toBe(true));
});
