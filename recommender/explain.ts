import { longAffinity, shortAffinity } from "./affinity.ts";
import { type Feature, wantedOf } from "./features.ts";
import type { Taste } from "./taste.ts";
import type { Millis, Ranked } from "./types.ts";

/** Names to speak of; what is not given is spoken of in general. */
export interface Names {
	/** The topic a part of the score is owed to, by part; see `topicsBehind`. */
	readonly topics?: Readonly<Partial<Record<TopicPart, string>>> | undefined;
	/** Topics that are known from the viewer's choice of interests, not from what they watched; see `pickedAmong`. */
	readonly picked?: readonly string[] | undefined;
	/** Topics the viewer follows. */
	readonly followed?: readonly string[] | undefined;
	/** Nothing was liked yet: all that is known of the viewer is what they chose. */
	readonly onlyPicked?: boolean | undefined;
	readonly creator?: string | undefined;
	readonly country?: string | undefined;
}

/** One reason in words; `share` is its part of all that spoke for the video, 0–1. */
export interface Reason {
	readonly code: string;
	readonly text: string;
	readonly share: number;
	/** What of the video the reason is about, where it can be asked for more or less. */
	readonly about?: { readonly scope: "topic"; readonly key: string } | { readonly scope: "creator" | "sound" };
}

/** Parts of a score that one of the video's topics is the cause of. */
export type TopicPart = "topic" | "topicNow" | "chosen";

/** Not told: what speaks against, and what speaks alike for every video this viewer could be shown. */
type Reportable = Exclude<Feature, "dislike" | "length" | "viewer" | "known" | "patience">;
const CODES: Record<Reportable, string> = {
	neighbours: "watched_together",
	interest: "interest",
	session: "just_watched",
	topic: "topic",
	topicNow: "topic_now",
	creator: "creator",
	sound: "sound",
	followed: "followed",
	chosen: "chosen",
	popularity: "popular",
	rising: "rising",
	newcomer: "good_start",
	moment: "moment",
	quality: "watched_to_the_end",
	liked: "well_liked",
	age: "new",
	lengthFit: "length",
	country: "country",
};

/** A topic that was ticked, and hardly watched since, is no habit. */
const isPicked = (part: TopicPart, { topics, picked }: Names) => picked?.includes(topics?.[part] ?? "") ?? false;

function sentence(feature: Reportable, names: Names): string {
	const topicOf = (part: TopicPart) => (names.topics?.[part] === undefined ? "this topic" : `#${names.topics[part]}`);
	if ((feature === "topic" || feature === "topicNow") && isPicked(feature, names)) return `You chose ${topicOf(feature)} as an interest`;
	if (feature === "interest" && names.onlyPicked) return "It is close to the interests you chose";
	const creator = names.creator ?? "this creator";
	switch (feature) {
		case "neighbours":
			return "People who watched what you watched also watched this";
		case "interest":
			return "It resembles videos you like";
		case "session":
			return "It resembles what you just watched";
		case "topic":
			return `You often watch ${topicOf("topic")}`;
		case "topicNow":
			return `You have been watching ${topicOf("topicNow")} just now`;
		case "creator":
			return `You liked other videos by ${creator}`;
		case "sound":
			return "You liked other videos with this sound";
		case "followed":
			return `You follow ${creator}`;
		case "chosen":
			return names.followed?.includes(names.topics?.chosen ?? "")
				? `You follow ${topicOf("chosen")}`
				: `You asked for more ${topicOf("chosen")}`;
		case "popularity":
			return "It is popular";
		case "rising":
			return "Many people are watching it right now";
		case "newcomer":
			return "A good start: many people like it these days";
		case "moment":
			return "It is often watched at this time of day";
		case "quality":
			return "Most people watch it to the end";
		case "liked":
			return "People who watch it tend to like it";
		case "age":
			return "It is new";
		case "lengthFit":
			return "You usually watch videos of this length";
		case "country":
			return names.country === undefined ? "It is from your country" : `It is from ${names.country}`;
	}
}

/** What can be asked for more or less of, of the thing a reason speaks of. */
function aboutOf(feature: Reportable, names: Names): Pick<Reason, "about"> {
	if (feature === "topic" || feature === "topicNow" || feature === "chosen") {
		const key = names.topics?.[feature];
		return key === undefined ? {} : { about: { scope: "topic", key } };
	}
	if (feature === "creator" || feature === "followed") return { about: { scope: "creator" } };
	return feature === "sound" ? { about: { scope: "sound" } } : {};
}

/** Which of a video's topics its parts are owed to, as the score reads them: the one most is held of (features.ts). */
export function topicsBehind(
	taste: Pick<Taste, "topics" | "topicWeights">,
	topics: readonly string[],
	now: Millis,
	followed?: ReadonlySet<string>,
): Names["topics"] {
	const most = (weigh: (topic: string) => number): string | undefined => {
		const [best] = topics.map((topic) => ({ topic, weight: weigh(topic) })).sort((a, b) => b.weight - a.weight);
		return best !== undefined && best.weight > 0 ? best.topic : undefined;
	};
	return {
		...given(
			"topic",
			most((topic) => longAffinity(taste.topics.get(topic))),
		),
		...given(
			"topicNow",
			most((topic) => shortAffinity(taste.topics.get(topic), now)),
		),
		...given(
			"chosen",
			most((topic) => (wantedOf(taste, followed, topic) ?? 1) - 1),
		),
	};
}

/** As much evidence can't come from ticking alone, even of one who ticked three times over (see `seedTaste`). */
const WATCHED_TIMES = 10;

/** Of the interests chosen, those that are known from that choice alone, or nearly. */
export const pickedAmong = (taste: Pick<Taste, "topics">, interests: readonly string[]): string[] =>
	interests.filter((topic) => (taste.topics.get(topic)?.longCount ?? 0) < WATCHED_TIMES);

const given = (part: TopicPart, topic: string | undefined) => (topic === undefined ? {} : { [part]: topic });

/** Slots given by chance say so: the score did not choose them. */
const SLOT_REASONS: Readonly<Record<"explore" | "fresh", Reason>> = {
	explore: { code: "explore", text: "Something different, to learn what else you like", share: 1 },
	fresh: { code: "fresh", text: "It is new, and you are among the first to see it", share: 1 },
};

/** Weaker reasons are told together. */
const LEAST_SHARE = 0.05;
/** Of a drawn slot, at most this many reasons that did not decide are told beside the one that did. */
const BESIDE_CHANCE = 2;

/**
 * The reasons for a video, strongest first, from the parts that spoke for it. Never empty; their shares add up to 1. Where
 * chance gave the slot it is the whole reason: what spoke for the video besides has a share of 0.
 */
export function explain(ranked: Pick<Ranked, "parts">, names: Names = {}, kind: "exploit" | "explore" | "fresh" = "exploit"): Reason[] {
	const spoke = Object.entries(ranked.parts).flatMap(([feature, part]) => (part > 0 && isReportable(feature) ? [{ feature, part }] : []));
	const sum = spoke.reduce((total, { part }) => total + part, 0);
	const reasons = spoke
		.map(
			({ feature, part }): Reason => ({
				code: CODES[feature],
				text: sentence(feature, names),
				share: part / sum,
				...aboutOf(feature, names),
			}),
		)
		.reduce<Reason[]>(joinAlike, [])
		.toSorted((a, b) => b.share - a.share);
	const told = reasons.filter(({ share }, place) => place === 0 || share >= LEAST_SHARE);
	if (kind !== "exploit") return [SLOT_REASONS[kind], ...told.slice(0, BESIDE_CHANCE).map((reason) => ({ ...reason, share: 0 }))];
	if (told.length === 0) return [{ code: "none", text: "Nothing stood out for you: it was simply the next one", share: 1 }];
	const rest = 1 - told.reduce((total, { share }) => total + share, 0);
	return told.length === reasons.length ? told : [...told, { code: "other", text: "Several smaller reasons together", share: rest }];
}

/** Parts that are the same for everybody in a country. */
const ALIKE: ReadonlySet<string> = new Set<Reportable>(["popularity", "rising", "newcomer", "quality", "liked", "age", "country"]);

const NOT_PERSONAL = { code: "not_personal", text: "Your feed is not personal: nothing you watched or like led to this one" } as const;
const DRAWN: Reason = { code: "drawn", text: "It was drawn by lot, so that new and rarely shown videos are seen, too", share: 1 };

/** The reasons for a video of a feed that is not personal: that it is not, and then what spoke for it alike for everybody, or that chance gave the slot. */
export function explainAlike({ parts }: Pick<Ranked, "parts">, kind: "exploit" | "explore" | "fresh"): Reason[] {
	if (kind !== "exploit") return [{ ...NOT_PERSONAL, share: 0 }, DRAWN];
	const alike = Object.fromEntries(Object.entries(parts).filter(([feature]) => ALIKE.has(feature)));
	const reasons = explain({ parts: alike }).filter(({ code }) => code !== "none");
	return [{ ...NOT_PERSONAL, share: reasons.length === 0 ? 1 : 0 }, ...reasons];
}

/** Two parts that say the same are told once: an interest just chosen speaks through the long memory and the short one. */
function joinAlike(told: Reason[], one: Reason): Reason[] {
	const same = told.findIndex(({ text }) => text === one.text);
	return same < 0 ? [...told, one] : told.map((each, place) => (place === same ? { ...each, share: each.share + one.share } : each));
}

const isReportable = (feature: string): feature is Reportable => Object.hasOwn(CODES, feature);
