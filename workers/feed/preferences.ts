import { FILTERS_MAX, TOPIC_WEIGHTS_MAX } from "../../contracts/limits.ts";
import type { FeedPreferences, PreferencesChange } from "../../contracts/preferences.ts";
import { ProblemError } from "../gateway/problem.ts";
import { type Viewer, viewerKey } from "../gateway/viewer.ts";
import type { Services } from "../platform/services.ts";
import { loadSummaries } from "../social/index.ts";
import { isForEveryone, loadVideos } from "../videos/cards/index.ts";
import type { Told } from "./session/protocol.ts";
import { sessionOf } from "./session/stub.ts";

const FULL = {
	filters: `You have ${FILTERS_MAX} filters, as many as there can be. Remove one, then add this.`,
	topics: `You have set ${TOPIC_WEIGHTS_MAX} topics, as many as there can be. Set one back to “as learned”, then this.`,
} as const;

/** What the viewer told the feed, with the names of things. */
export async function presentPreferences(services: Services, viewer: Viewer): Promise<FeedPreferences> {
	return present(services, await sessionOf(services.env, viewerKey(viewer)).preferences());
}

/** Changes it, all or nothing. @throws ProblemError preferences_full */
export async function changePreferences(services: Services, viewer: Viewer, asked: PreferencesChange): Promise<FeedPreferences> {
	const key = viewerKey(viewer);
	const changed = await sessionOf(services.env, key).prefer(key, asked);
	if (changed.told === null) throw new ProblemError("preferences_full", FULL[changed.full]);
	return present(services, changed.told);
}

async function present(services: Services, { interests, topics, filters, muted }: Told): Promise<FeedPreferences> {
	const labels = await labelsOf(services, muted);
	return {
		interests: [...interests],
		topics: topics.map((topic) => ({ ...topic })),
		filters: { keywords: [...filters.keywords], hashtags: [...filters.hashtags] },
		muted: muted.map((one) => ({ ...one, label: labels(one), at: new Date(one.at).toISOString() })),
	};
}

type Muted = Told["muted"][number];

/** What is muted, in words; what is gone meanwhile can still be taken back, under a name that says so. */
async function labelsOf(services: Services, muted: Told["muted"]): Promise<(one: Muted) => string> {
	const creatorIds = muted.flatMap(({ scope, key }) => (scope === "creator" ? [key] : []));
	const videoIds = muted.flatMap(({ scope, key, videoId }) =>
		scope === "video" ? [key] : scope === "sound" && videoId !== null ? [videoId] : [],
	);
	const [creators, videos] = await Promise.all([
		creatorIds.length === 0 ? new Map<string, { displayName: string; username: string }>() : loadSummaries(services, creatorIds),
		videoIds.length === 0 ? null : loadVideos(services, videoIds),
	]);
	const titleOf = (videoId: string | null): string | null => {
		const record = videoId === null ? undefined : videos?.get(videoId);
		// Anyone may name any id: of what is not there for everyone, not even the title is told.
		return record === undefined || !isForEveryone(record) ? null : record.title || "Untitled video";
	};
	return ({ scope, key, videoId }) => {
		if (scope === "topic") return `#${key}`;
		if (scope === "creator") {
			const creator = creators.get(key);
			return creator === undefined ? "Someone who left" : `${creator.displayName} @${creator.username}`;
		}
		if (scope === "video") return titleOf(key) ?? "A video that is gone, or not public";
		const title = titleOf(videoId);
		return title === null ? "A sound" : `Sound of “${title}”`;
	};
}
