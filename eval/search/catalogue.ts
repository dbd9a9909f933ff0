import { seeded } from "../../contracts/seeded.ts";
import { hashtagKey, nearestHashtag } from "../../contracts/words.ts";
import { CLIPS } from "../../local/demo/catalogue-clips.ts";
import { ASPECTS, CONCEPTS, type Concept, GROUP_WORDS, type Language } from "./concepts.ts";

export interface Video {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	readonly hashtags: readonly string[];
	readonly longViews: number;
	readonly language: Language;
	/** What it is about: of the demo's clips the scene, and the name of the clip. */
	readonly concept: string;
	readonly group: string;
	readonly aspect: string | null;
	readonly clip: string | null;
}

/** Clips of the demo about what made-up documents are about, too. */
const SAME: Readonly<Record<string, string>> = { "ball-1": "basketball", "ball-2": "tennis", "ball-3": "soccer" };

/** Made-up documents beside those of the demo. */
const MADE = 2_400;
/** A language's part of them. */
const SHARES: Readonly<Record<Language, number>> = { en: 0.5, de: 0.28, ja: 0.22 };

/** `{}` is what it is about, `{+}` how. Some say neither with a word that is asked for: their hashtags do, or their description. */
const TITLES: Readonly<Record<Language, readonly string[]>> = {
	en: [
		"{} {+}",
		"My {} {+}",
		"{}: {+}",
		"POV: {} {+}",
		"You need to see this {}",
		"{+}, {}",
		"Wait for it",
		"Day one of {}",
		"Nobody asked, here is my {} {+}",
	],
	de: [
		"{} {+}",
		"Mein {} {+}",
		"{}: {+}",
		"So geht {} {+}",
		"Das musst du sehen",
		"{+}: {}",
		"Endlich wieder {}",
		"Ein Tag mit {} {+}",
		"Warte bis zum Ende",
	],
	ja: ["{}{+}", "{+}の{}", "今日の{}", "{}の動画です、{+}", "最後まで見て", "{}を{+}楽しむ", "私の{}日記", "{+}、{}", "一日中{}"],
};
const DESCRIPTIONS: Readonly<Record<Language, readonly string[]>> = {
	en: [
		"Filmed {+}. {} is all I do these days.",
		"Save this for later.",
		"More {} every week, follow along.",
		"Tell me what you think.",
		"{group} forever",
		"I love {}, and it shows.",
	],
	de: [
		"Gefilmt {+}. {} ist gerade alles für mich.",
		"Speicher dir das für später.",
		"Mehr {} jede Woche.",
		"Schreib mir, was du denkst.",
		"{group} für immer",
		"Ich liebe {}.",
	],
	ja: [
		"{+}に撮影しました。{}が大好きです。",
		"保存してね。",
		"毎週{}を投稿しています。",
		"感想を教えてください。",
		"{group}が好き",
		"{}最高。",
	],
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The measured catalogue: the demo's clips, and made-up documents whose subjects are known. The same every time. @param made how many are made up */
export function catalogue(made = MADE): Video[] {
	const random = seeded(2_026);
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const demo = CLIPS.map(
		(clip, at): Video => ({
			id: String(1_000 + at),
			title: clip.title,
			description: clip.description,
			hashtags: clip.hashtags.map(hashtagKey),
			longViews: Math.floor(10 ** (random() * 3)),
			language: "en",
			concept: SAME[clip.id] ?? clip.scene,
			group: clip.scene,
			aspect: null,
			clip: clip.id,
		}),
	);
	const documents = Array.from({ length: made }, (_, at): Video => {
		const concept = pick(CONCEPTS);
		const aspect = random() < 0.7 ? pick(ASPECTS) : null;
		const draw = random();
		const language: Language = draw < SHARES.en ? "en" : draw < SHARES.en + SHARES.de ? "de" : "ja";
		return {
			id: String(10_000 + at),
			...texts(concept, aspect?.words[language] ?? "", language, random),
			longViews: Math.floor(10 ** (random() * 5)),
			language,
			concept: concept.id,
			group: concept.group,
			aspect: aspect?.id ?? null,
			clip: null,
		};
	});
	return [...demo, ...documents];
}

function texts(concept: Concept, how: string, language: Language, random: () => number) {
	const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
	const [common = "", other = common] = concept.words[language];
	const name = random() < 0.65 ? common : other;
	const group = GROUP_WORDS[concept.group]?.[language] ?? concept.group;
	const fill = (template: string) =>
		capital(
			template
				.replaceAll("{}", name)
				.replaceAll("{+}", how)
				.replaceAll("{group}", group)
				.replace(/\s+([,:.])|([,:])\s*$/gu, "$1")
				.replace(/^[,:、の]\s*/u, "")
				.replace(/\s{2,}/gu, " ")
				.trim(),
		);
	const title = fill(pick(TITLES[language]));
	const description = random() < 0.7 ? fill(pick(DESCRIPTIONS[language])) : "";
	const tagged = new Set<string>();
	// A title that says nothing is always tagged: somebody wants it to be found.
	const saysIt = title.toLowerCase().includes(name.toLowerCase());
	if (!saysIt || random() < 0.6) tagged.add(name);
	if (random() < 0.3) tagged.add(pick(concept.words[language]));
	if (random() < 0.5) tagged.add(group);
	// Many tag in English as well, whatever they speak.
	if (language !== "en" && random() < 0.25) tagged.add(pick(concept.words.en));
	if (random() < 0.3) tagged.add(pick(["fyp", "viral", "foryou", "2026", "reelay"]));
	return {
		title,
		description,
		hashtags: [...tagged].map((tag) => hashtagKey(nearestHashtag(tag))),
	};
}
