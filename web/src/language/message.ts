import { language } from "./language.ts";
import type { OtherLanguage } from "./languages.ts";
import { type Given, type Text, write } from "./write.ts";

/** Which forms of a plural each language has (CLDR). Spanish writes its third, of millions, as the general one. */
interface Forms {
	de: "one" | "other";
	es: "one" | "other";
	ar: "zero" | "one" | "two" | "few" | "many" | "other";
	ja: "other";
}

type NamesIn<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type NamesOf<E extends Text> = E extends string ? NamesIn<E> : NamesIn<E[keyof E]> | "count";

/** Writes one message in the language that is shown; what its English names has to be given. */
export type Message<Name extends string = never> = [Name] extends [never]
	? () => string
	: (given: Readonly<Record<Name, string | number>>) => string;

type Translations<E extends Text> = { readonly [L in OtherLanguage]: E extends string ? string : Readonly<Record<Forms[L], string>> };

/**
 * Declares a message in all languages: a sentence with `{names}`, or one for each plural form, chosen by `{count}`. The build compiles files
 * of them (`*.words.ts`, see `web/catalogue.ts`); this is what they do where they are not built.
 */
export function message<const E extends Text>(texts: { readonly en: E } & Translations<E>): Message<NamesOf<E>> {
	const all: Readonly<Record<string, Text>> = texts;
	return ((given?: Given) => write(all[language.value] ?? texts.en, language.value, given)) as Message<NamesOf<E>>;
}
