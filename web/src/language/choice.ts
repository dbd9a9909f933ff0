import { effect, signal } from "@preact/signals";
import { sayProblemsBy } from "../api/problem.ts";
import { fetchAllWords, wordsThere } from "./area.ts";
import { language, locale } from "./language.ts";
import { isLanguage, LANGUAGES, type Language, localeFor, negotiate } from "./languages.ts";

const KEY = "reelay.language";

/** What was chosen by hand on this device; null follows the browser. */
export const chosen = signal<Language | null>(null);

/** What the API refuses is told in its own English, in other languages by sentences that are fetched when there is need. */
async function fetchProblems(): Promise<void> {
	if (language.peek() === "en") return;
	const { sentenceFor } = await import("../problems/problemSentences.ts");
	sayProblemsBy(sentenceFor);
}

function show(): void {
	const wanted = navigator.languages;
	language.value = chosen.value ?? negotiate(wanted);
	locale.value = localeFor(language.value, wanted);
	// Without them the API's sentence stands.
	void fetchProblems().catch(() => undefined);
}

/**
 * Puts language and direction on the document, before anything is painted, and keeps them there. They follow the browser, also when
 * its languages are changed meanwhile, until one is chosen.
 * @returns when the words of the first screen are there
 */
export function applyLanguage(): Promise<unknown> {
	const saved = localStorage.getItem(KEY);
	chosen.value = isLanguage(saved) ? saved : null;
	show();
	effect(() => {
		document.documentElement.lang = language.value;
		document.documentElement.dir = LANGUAGES[language.value].dir;
	});
	addEventListener("languagechange", () => void chooseLanguage(chosen.value).catch(() => undefined));
	return wordsThere();
}

/** Shows the interface in another language at once, and on this device from here on. Rejects, and stays, when its words can't be fetched. */
export async function chooseLanguage(wanted: Language | null): Promise<void> {
	await fetchAllWords(wanted ?? negotiate(navigator.languages));
	if (wanted) localStorage.setItem(KEY, wanted);
	else localStorage.removeItem(KEY);
	chosen.value = wanted;
	show();
}
