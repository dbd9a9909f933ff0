import { shortCount } from "../ui/format.ts";
import { LANGUAGES, type Language } from "./languages.ts";

/** A sentence with `{names}` in it, or one for each plural form of the language (CLDR), chosen by `{count}`. */
export type Text = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
/** What stands for the names. Numbers are written short, in the reader's locale. */
export type Given = Readonly<Record<string, string | number>>;

const rules = new Map<Language, Intl.PluralRules>();
function formOf(language: Language, count: number): Intl.LDMLPluralRule {
	// What `Intl` says of English, without loading it for the first screen.
	if (language === "en") return count === 1 ? "one" : "other";
	const known = rules.get(language) ?? new Intl.PluralRules(language);
	rules.set(language, known);
	return known.select(count);
}

/** Writes a text. In what is written from right to left a name keeps its own direction, whatever its letters (Unicode's isolates). */
export function write(text: Text, language: Language, given?: Given): string {
	const sentence = typeof text === "string" ? text : (text[formOf(language, Number(given?.count))] ?? text.other ?? "");
	if (!given) return sentence;
	return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
		const value = given[name];
		if (typeof value === "number") return shortCount(value);
		return LANGUAGES[language].dir === "rtl" ? `\u2068${value}\u2069` : String(value);
	});
}
