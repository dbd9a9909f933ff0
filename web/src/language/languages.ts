/** The languages of the interface: how each calls itself, and which way it is written. */
export const LANGUAGES = {
	en: { name: "English", dir: "ltr" },
	de: { name: "Deutsch", dir: "ltr" },
	es: { name: "Español", dir: "ltr" },
	ar: { name: "العربية", dir: "rtl" },
	ja: { name: "日本語", dir: "ltr" },
} as const;

export type Language = keyof typeof LANGUAGES;
/** The language the words are written in first; it is part of the code, and stands in wherever another can't be had. */
export const FIRST_LANGUAGE = "en";
/** Those whose words are fetched when somebody reads them. */
export type OtherLanguage = Exclude<Language, typeof FIRST_LANGUAGE>;

export const isLanguage = (name: unknown): name is Language => typeof name === "string" && Object.hasOwn(LANGUAGES, name);

const languageOf = (tag: string): string => tag.toLowerCase().split("-", 1)[0] ?? "";

/** The first of the wanted languages that there is (RFC 4647 look-up); English when there is none. @param wanted BCP 47 tags, best first */
export const negotiate = (wanted: readonly string[]): Language => wanted.map(languageOf).find(isLanguage) ?? FIRST_LANGUAGE;

/** How numbers and times are written for somebody who reads this language: as in the country their device names with it. */
export const localeFor = (language: Language, wanted: readonly string[]): string =>
	wanted.find((tag) => languageOf(tag) === language) ?? language;
