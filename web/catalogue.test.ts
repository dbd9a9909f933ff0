import { globSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readWords } from "./catalogue.ts";
import { LANGUAGES } from "./src/language/languages.ts";

const src = fileURLToPath(new URL("src", import.meta.url));
const files = globSync(`${src}/**/*.{ts,tsx}`).sort();
const areas = files
	.filter((file) => file.endsWith(".words.ts"))
	.map((file) => ({ name: basename(file, ".words.ts"), words: readWords(file, readFileSync(file, "utf8")) }));
const languages = Object.keys(LANGUAGES);

type Texts = (typeof areas)[number]["words"][number]["texts"][string];
const sentences = (texts: Texts | undefined): string[] =>
	typeof texts === "string" ? [texts] : Object.values(texts ?? {}).flatMap((text) => sentences(text));
const namesIn = (texts: Texts | undefined): string[] => [
	...new Set(sentences(texts).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)))),
];

/** What is wrong with a message, in words; nothing when it is whole. */
function faultsOf(texts: { [language: string]: Texts }): string[] {
	const isPlural = typeof texts.en !== "string";
	// A form may do without the number: "a minute left".
	const wanted = namesIn(texts.en).filter((name) => !isPlural || name !== "count");
	return languages.flatMap((language) => {
		const text = texts[language];
		const faults: string[] = [];
		if (sentences(text).length === 0 || sentences(text).some((sentence) => sentence.trim() === "")) faults.push(`has no ${language}`);
		if ((typeof text !== "string") !== isPlural) faults.push(`${language} is no plural where English is, or the other way`);
		const names = namesIn(text).filter((name) => !isPlural || name !== "count");
		if (names.sort().join() !== [...wanted].sort().join()) faults.push(`${language} names {${names.join()}}, English {${wanted.join()}}`);
		if (isPlural && typeof text === "object") {
			const forms = new Intl.PluralRules(language)
				.resolvedOptions()
				.pluralCategories.filter((form) => language !== "es" || form !== "many");
			if (forms.sort().join() !== Object.keys(text).sort().join()) faults.push(`${language} has the forms ${Object.keys(text).join()}`);
		}
		return faults;
	});
}

describe("the catalogue of words", () => {
	it("sees what is missing, named otherwise, or has too few forms", () => {
		const all = { en: "Follow {name}", de: "{name} folgen", es: "Seguir a {name}", ar: "متابعة {name}", ja: "{name}をフォロー" };
		expect(faultsOf(all)).toEqual([]);
		expect(faultsOf({ ...all, de: "{person} folgen", ja: "" })).toEqual([
			"de names {person}, English {name}",
			"has no ja",
			"ja names {}, English {name}",
		]);
		expect(
			faultsOf({ en: { one: "a", other: "b" }, de: { one: "a", other: "b" }, es: "a", ar: { other: "a" }, ja: { other: "a" } }),
		).toEqual(["es is no plural where English is, or the other way", "ar has the forms other"]);
	});
	it("says every message in every language, with the same names and all forms of its plural", () => {
		const faults = areas.flatMap(({ name, words }) =>
			words.flatMap((word) => faultsOf(word.texts).map((fault) => `${name}.${word.name} ${fault}`)),
		);
		expect(areas.length).toBeGreaterThan(5);
		expect(faults).toEqual([]);
	});
	it("writes Arabic and Japanese in their own letters", () => {
		const scripts = { ar: /\p{Script=Arabic}/u, ja: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u };
		const foreign = areas.flatMap(({ name, words }) =>
			words.flatMap((word) =>
				Object.entries(scripts).flatMap(([language, script]) =>
					sentences(word.texts[language])
						// Signs and abbreviations stay what they are everywhere.
						.filter((text) => /\p{Ll}{3}/u.test(text.replace(/\{\w+\}/g, "")) && !script.test(text))
						.map((text) => `${name}.${word.name} ${language}: ${text}`),
				),
			),
		);
		expect(foreign).toEqual([]);
	});
	it("holds no message that nothing shows", async () => {
		const code = (await Promise.all(files.filter((file) => !file.endsWith(".words.ts")).map((file) => readFile(file, "utf8")))).join("\n");
		const used = new Set([...code.matchAll(/\b(\w+)Words\.(\w+)\b/g)].map(([, area, name]) => `${area}.${name}`));
		const camel = (name: string) => name.replace(/[-.](\w)/g, (_, letter: string) => letter.toUpperCase());
		const unused = areas.flatMap(({ name, words }) => words.map((word) => `${camel(name)}.${word.name}`).filter((word) => !used.has(word)));
		expect(unused).toEqual([]);
	});
	it("names each area once, for its file is imported by that name", () => {
		const names = areas.map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});
	it("refuses a file that holds more than messages", () => {
		expect(() => readWords("a.words.ts", "export const a = message({ en: 1 });")).toThrow("plain strings");
		expect(() => readWords("a.words.ts", "export function a() {}")).toThrow("more than messages");
	});
});
