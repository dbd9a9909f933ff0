import type { Feature } from "./features.ts";
import type { Ranked } from "./types.ts";

/** Names to speak of; what is not given is spoken of in general. */
export interface Names {
	readonly topic?: string | undefined;
	readonly creator?: string | undefined;
	readonly country?: string | undefined;
}

/** One reason in words; `share` is its part of all that spoke for the video, 0–1. */
export interface Reason {
	readonly code: string;
	readonly text: string;
	readonly share: number;
}

/** The rest tells of the viewer or of the moment, alike for every video. */
type Told = Exclude<Feature, "dislike" | "age" | "length" | "viewer" | "known" | "patience">;
const CODES: Record<Told, string> = {
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
	quality: "watched_to_the_end",
	liked: "well_liked",
	lengthFit: "length",
	country: "country",
};

function sentence(feature: Told, names: Names): string {
	const topic = names.topic === undefined ? "this topic" : `#${names.topic}`;
	const creator = names.creator ?? "this creator";
	switch (feature) {
		case "neighbours":
			return "People who watched what you watched also watched this";
		case "interest":
			return "It resembles videos you like";
		case "session":
			return "It resembles what you just watched";
		case "topic":
			return `You often watch ${topic}`;
		case "topicNow":
			return `You have been watching ${topic} just now`;
		case "creator":
			return `You liked other videos by ${creator}`;
		case "sound":
			return "You liked other videos with this sound";
		case "followed":
			return `You follow ${creator}`;
		case "chosen":
			return `You asked for more ${topic}`;
		case "popularity":
			return "It is popular";
		case "rising":
			return "Many people are watching it right now";
		case "newcomer":
			return "A good start: many people like it these days";
		case "quality":
			return "Most people watch it to the end";
		case "liked":
			return "People who watch it tend to like it";
		case "lengthFit":
			return "You usually watch videos of this length";
		case "country":
			return names.country === undefined ? "It is from your country" : `It is from ${names.country}`;
	}
}

/** Slots given by chance say so: the score did not choose them. */
export const SLOT_REASONS: Readonly<Record<"explore" | "fresh", Reason>> = {
	explore: { code: "explore", text: "Something different, to learn what else you like", share: 1 },
	fresh: { code: "fresh", text: "It is new, and you are among the first to see it", share: 1 },
};

/** Weaker reasons are left unsaid. */
const LEAST_SHARE = 0.05;

/** The reasons for a video, strongest first, from the parts that spoke for it. Never empty. */
export function explain(ranked: Pick<Ranked, "parts">, names: Names = {}, kind: "exploit" | "explore" | "fresh" = "exploit"): Reason[] {
	const spoke = Object.entries(ranked.parts).flatMap(([feature, part]) => (part > 0 && isTold(feature) ? [{ feature, part }] : []));
	const sum = spoke.reduce((total, { part }) => total + part, 0);
	const reasons = spoke
		.map(({ feature, part }) => ({ code: CODES[feature], text: sentence(feature, names), share: part / sum }))
		.filter(({ share }) => share >= LEAST_SHARE)
		.sort((a, b) => b.share - a.share);
	if (kind !== "exploit") return [SLOT_REASONS[kind], ...reasons.map((reason) => ({ ...reason, share: 0 }))].slice(0, 3);
	return reasons.length > 0 ? reasons : [{ code: "fresh", text: "It is new here, and someone has to see it first", share: 1 }];
}

const isTold = (feature: string): feature is Told => Object.hasOwn(CODES, feature);
