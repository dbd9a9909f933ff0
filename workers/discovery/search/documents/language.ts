/** Languages whose words are also found by their stems: configurations that every Postgres brings along. */
const STEMMED = ["english", "german", "spanish", "french"] as const;
export type Language = (typeof STEMMED)[number] | "simple";

/** Words that hardly a sentence of the language does without, and that the others do not have. */
const COMMON: Readonly<Record<(typeof STEMMED)[number], ReadonlySet<string>>> = {
	english: new Set("the and of to with my is this for how you your it at from what when".split(" ")),
	german: new Set(
		"der die das und mit fur ist ein eine im auf zum zur nicht wie den dem mein meine ich wir so geht von am vom aus".split(" "),
	),
	spanish: new Set("el los las con para como por una del mi muy que esta este sin mas y".split(" ")),
	french: new Set("le les des avec pour une dans sur mon ma est et du au aux ce cette comment".split(" ")),
};

/**
 * The language of a text, by its commonest words; English where nothing speaks for another, as most hashtags are. Of scripts other than
 * the Latin one it is `simple`: their words have no stems here.
 * @param words folded
 */
export function languageOf(words: readonly string[]): Language {
	if (!words.some((word) => /\p{Script=Latin}/u.test(word))) return "simple";
	let best: Language = "english";
	let most = 0;
	for (const language of STEMMED) {
		const count = words.filter((word) => COMMON[language].has(word)).length;
		if (count > most) [best, most] = [language, count];
	}
	return best;
}
