import { signal } from "@preact/signals";
import { FIRST_LANGUAGE, LANGUAGES, type Language } from "./languages.ts";

/** The language that is shown. What reads it while being drawn is drawn anew when another one is chosen. */
export const language = signal<Language>(FIRST_LANGUAGE);
/** The same with the country of the device, for `Intl`: "de-AT". */
export const locale = signal<string>(FIRST_LANGUAGE);
/** Which way lines run, and "on" with them: 1 to the right, -1 to the left. */
export const lineWay = (): 1 | -1 => (LANGUAGES[language.peek()].dir === "rtl" ? -1 : 1);
