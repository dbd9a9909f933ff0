import type { AnswerOf } from "../../contracts/endpoint.ts";
import type { HashtagSummary } from "../../contracts/hashtags.ts";
import type { TrendingHashtag, TrendingReason, TrendingTopic, trendingNow } from "../../contracts/trending.ts";
import { mostUsed, newestOfEach, summariesOf } from "../discovery/hashtags/index.ts";
import { HOUR_MS, hourOf, risingHashtags } from "../discovery/trending/index.ts";
import { through } from "../lists/pipeline.ts";
import type { Services } from "../platform/services.ts";
import { isRecommendable } from "../rules/videos.ts";
import type { Viewer } from "../rules/viewer.ts";
import { cardSteps, type VideoRecord } from "../videos/cards/index.ts";
import { type Rules, rulesOf } from "./avoid.ts";

/** Topics with some of their videos, and hashtags besides. */
const TOPICS = 6;
const HASHTAGS = 24;
const VIDEOS = 6;
/** Of a hashtag, so many of the newest videos say what else it is about, and the best of them are shown. */
const NEWEST = 24;
/** Hashtags that share so much of their newest videos are one topic. */
const SAME = 0.5;
/** In a country where fewer rise, what rises everywhere is shown. */
const COUNTRY_LEAST = 3;

/**
 * What rises now, with a reason each; where hardly anything does, hashtags that many use stand in.
 * @param asked of whom: a country, or everybody
 * @param here the country of who asks; null where it is not known
 */
export async function trendingTopics(
	services: Services,
	viewer: Viewer,
	asked: string | null,
	here: string | null,
): Promise<AnswerOf<typeof trendingNow>> {
	const [rules, chosen] = await Promise.all([rulesOf(services, viewer), chosenHashtags(services, asked)]);
	const hashtags = chosen.hashtags.filter(({ tag }) => !rules.unwantedTag(tag));
	const topics = await topicsOf(services, viewer, rules, hashtags);
	const hour = new Date(hourOf(services.clock()) * HOUR_MS).toISOString();
	return {
		hour,
		country: chosen.country,
		here,
		topics,
		hashtags: hashtags.slice(0, HASHTAGS),
	};
}

/** More than are shown: what the viewer filters is left out after. */
const CHOSEN = 2 * HASHTAGS;

async function chosenHashtags(
	services: Services,
	asked: string | null,
): Promise<{ readonly country: string | null; readonly hashtags: readonly TrendingHashtag[] }> {
	const [there, everywhere, used] = await Promise.all([
		asked === null ? [] : risingHashtags(services, asked),
		risingHashtags(services, null),
		mostUsed(services, CHOSEN),
	]);
	const country = there.length >= COUNTRY_LEAST ? asked : null;
	const rising = (country === null ? everywhere : there).slice(0, CHOSEN);
	const known = await summariesOf(
		services,
		rising.map(({ tag }) => tag),
	);
	const risen = known.flatMap((summary, place): TrendingHashtag[] => {
		const because = rising[place]?.because;
		// What it was counted for may be gone by now.
		return because === undefined || summary.videoCount === 0 ? [] : [{ ...summary, because: inWords(because) }];
	});
	const isRisen = new Set(risen.map(({ tag }) => tag));
	const others = used.flatMap((summary: HashtagSummary): TrendingHashtag[] =>
		isRisen.has(summary.tag) ? [] : [{ ...summary, because: inWords({ code: "used", count: summary.videoCount }) }],
	);
	return { country, hashtags: [...risen, ...others] };
}

function inWords({ code, count }: Pick<TrendingReason, "code" | "count">): TrendingReason {
	const many = count !== 1;
	const TEXTS: Readonly<Record<TrendingReason["code"], string>> = {
		new_videos: many ? `${count} new videos in an hour` : "1 new video in an hour",
		watching: many ? `${count} people watching in an hour` : "1 person watching in an hour",
		used: many ? `${count} videos` : "1 video",
	};
	return { code, count, text: TEXTS[code] };
}

/** The first hashtags, each with those that stand on the same videos, and with those of its newest videos that most watch. */
async function topicsOf(services: Services, viewer: Viewer, rules: Rules, hashtags: readonly TrendingHashtag[]): Promise<TrendingTopic[]> {
	const newest = await newestOfEach(
		services,
		hashtags.slice(0, HASHTAGS).map(({ tag }) => tag),
		NEWEST,
	);
	const groups = grouped(hashtags.slice(0, HASHTAGS), newest).slice(0, TOPICS);
	const named = [...new Set(groups.flatMap(({ first }) => newest.get(first.tag) ?? []))].map((id) => ({ id }));
	const unwanted = (record: VideoRecord) => !isRecommendable(record) || rules.unwanted(record);
	const shown = await through(cardSteps(services, viewer, unwanted), named);
	const cards = new Map(shown.map(({ card }) => [card.id, card]));
	return groups.flatMap(({ first, beside }) => {
		const videos = (newest.get(first.tag) ?? []).flatMap((id) => cards.get(id) ?? []).sort((a, b) => b.viewCount - a.viewCount);
		return videos.length === 0 ? [] : [{ ...first, beside, videos: videos.slice(0, VIDEOS) }];
	});
}

interface Group {
	readonly first: TrendingHashtag;
	readonly beside: string[];
}

/** In their order, each with the first before it that it shares its videos with. */
function grouped(hashtags: readonly TrendingHashtag[], newest: ReadonlyMap<string, readonly string[]>): Group[] {
	const groups: Group[] = [];
	for (const first of hashtags) {
		const own = newest.get(first.tag) ?? [];
		const same = groups.find((group) => {
			const other = newest.get(group.first.tag) ?? [];
			const both = own.filter((id) => other.includes(id)).length;
			return both >= SAME * Math.max(1, Math.min(own.length, other.length));
		});
		if (same === undefined) groups.push({ first, beside: [] });
		else same.beside.push(first.tag);
	}
	return groups;
}
