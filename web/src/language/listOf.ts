import { locale } from "./language.ts";

/** Things one after the other: "Mina, Jonas and Ada"; of `unit`, without the last word: "Music, Dance". */
export const listOf = (things: readonly string[], type: "conjunction" | "unit" = "conjunction"): string =>
	new Intl.ListFormat(locale.value, { type }).format(things);
