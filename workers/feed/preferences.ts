import type { FeedPreferences, PreferencesChange } from "../../contracts/preferences.ts";
import { feedNotPersonal, filtersFull, topicsFull } from "../../contracts/problems/feed.ts";
import type { UserSummary } from "../../contracts/users.ts";
import { loadSummaries } from "../lists/people.ts";
import type { Services } from "../platform/services.ts";
import { relationsOf } from "../rules/relations.ts";
import { type Viewer, viewerKey } from "../rules/viewer.ts";
import { visibleVideos } from "../videos/index.ts";
import type { StatedPreferences } from "./session/protocol.ts";
import { sessionOf } from "./session/stub.ts";
import { keepInterests } from "./steer.ts";

const REFUSALS = { filters: filtersFull, topics: topicsFull, personal: feedNotPersonal } as const;

/** What the viewer told the feed, with the names of things. */
export async function presentPreferences(services: Services, viewer: Viewer): Promise<FeedPreferences> {
	return present(services, viewer, await sessionOf(services, viewerKey(viewer)).preferences());
}

/** Changes it, all or nothing. @throws ProblemError preferences_full, feed_not_personal */
export async function changePreferences(services: Services, viewer: Viewer, asked: PreferencesChange): Promise<FeedPreferences> {
	const key = viewerKey(viewer);
	const changed = await sessionOf(services, key).prefer(key, asked);
	if (changed.told === null) throw REFUSALS[changed.full]();
	if (asked.personal === false) await keepInterests(services, viewer, []);
	return present(services, viewer, changed.told);
}

async function present(
	services: Services,
	viewer: Viewer,
	{ isPersonal, interests, topics, filters, muted }: StatedPreferences,
): Promise<FeedPreferences> {
	const shown = await shownMutes(services, viewer, muted);
	return {
		personal: isPersonal,
		interests: [...interests],
		topics: topics.map((topic) => ({ ...topic })),
		filters: { keywords: [...filters.keywords], hashtags: [...filters.hashtags] },
		muted: shown.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
	};
}

type Muted = StatedPreferences["muted"][number];

/** What is said of a mute whose video can't be seen now: neither its hashtag, nor its creator, nor its title. */
const CONCEALED: Readonly<Record<Muted["scope"], string>> = {
	video: "A video that is gone, or not visible to you",
	creator: "The creator of a video that is gone, or not visible to you",
	topic: "A hashtag of a video that is gone, or not visible to you",
	sound: "The sound of a video that is gone, or not visible to you",
};

/**
 * What is muted, in words. What was said at a video that is gone, or not the viewer's to see any more, can still be taken
 * back: its key is then that video's id.
 */
async function shownMutes(services: Services, viewer: Viewer, muted: StatedPreferences["muted"]): Promise<(Muted & { label: string })[]> {
	const creatorIds = muted.flatMap(({ scope, key }) => (scope === "creator" ? [key] : []));
	const videoIds = [...new Set(muted.flatMap(({ videoId }) => videoId ?? []))];
	const [creators, videos, { blocked }] = await Promise.all([
		creatorIds.length === 0 ? new Map<string, UserSummary>() : loadSummaries(services, creatorIds),
		visibleVideos(services, viewer, videoIds),
		relationsOf(services, viewer),
	]);
	const nameOf = (userId: string): string => {
		const creator = blocked.has(userId) ? undefined : creators.get(userId);
		return creator === undefined ? "Someone who is not here, or not visible to you" : `${creator.displayName} @${creator.username}`;
	};
	return muted.map((one) => {
		const { scope, key, videoId } = one;
		const video = videoId === null ? undefined : videos.get(videoId);
		if (videoId !== null && video === undefined) return { ...one, key: videoId, label: CONCEALED[scope] };
		if (scope === "topic") return { ...one, label: `#${key}` };
		if (scope === "creator") return { ...one, label: nameOf(key) };
		const title = video?.title || "Untitled video";
		if (scope === "video") return { ...one, label: title };
		return { ...one, label: video === undefined ? "A sound" : `Sound of “${title}”` };
	});
}
