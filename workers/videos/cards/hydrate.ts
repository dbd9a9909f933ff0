import { and, eq, inArray } from "drizzle-orm";
import type { VideoCard } from "../../../contracts/videos.ts";
import { userSaves } from "../../../db/schema/users.ts";
import { videoEngagement } from "../../../db/schema/videos.ts";
import { loadSummaries } from "../../lists/people.ts";
import { type Steps, through } from "../../lists/pipeline.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { type Relations, relationsOf } from "../../rules/relations.ts";
import { isOpen, maySee, standingOf } from "../../rules/videos.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import { noteGiven } from "../../trust/index.ts";
import { makeGrant } from "../delivery/grant.ts";
import { soundLabels } from "../sounds/see.ts";
import { countsOf } from "./counts.ts";
import { type Loaded, loadEntries } from "./load.ts";
import { fixedCard, presentCard } from "./present.ts";
import type { VideoRecord } from "./record.ts";

/** An entry of a list that names a video, and the video's card. */
export interface CardOf<Entry> {
	readonly entry: Entry;
	readonly card: VideoCard;
}

/** What a list of cards is made of, besides its skeleton. */
interface KnownOfCards {
	readonly entries: Loaded["entries"];
	readonly relations: Relations;
	readonly liked: ReadonlySet<string>;
	readonly saved: ReadonlySet<string>;
}

/**
 * From entries that name videos to their cards; left out is what the viewer may not see: deleted, not ready, private, blocked.
 * It is noted that they were given to this viewer.
 * @param unwanted what the viewer does not want to see in this list, besides
 */
export function cardSteps<Entry extends { readonly id: string }>(
	services: Services,
	viewer: Viewer,
	unwanted: (record: VideoRecord) => boolean = () => false,
): Steps<Entry, KnownOfCards, CardOf<Entry>> {
	const userId = userIdOf(viewer);
	return {
		async hydrate(named) {
			const videoIds = named.map(({ id }) => id);
			const [{ entries }, relations, liked, saved] = await Promise.all([
				loadEntries(services, videoIds),
				relationsOf(services, viewer),
				likedOf(services, userId, videoIds),
				savedOf(services, userId, videoIds),
			]);
			return {
				entries,
				relations,
				liked,
				saved,
			};
		},
		rule({ id }, { entries, relations }) {
			const record = entries.get(id)?.record;
			return record !== undefined && maySee(record, standingOf(relations, userId, record.userId)) && !unwanted(record);
		},
		async present(named, { entries, relations, liked, saved }) {
			const shown = named.flatMap((entry) => {
				const record = entries.get(entry.id)?.record;
				return record === undefined ? [] : [{ entry, record }];
			});
			const [users, sounds] = await Promise.all([
				loadSummaries(
					services,
					shown.map(({ record }) => record.userId),
				),
				soundLabels(
					services,
					viewer,
					shown.map(({ record }) => record),
				),
				countsOf(services).refresh(shown.map(({ record }) => record.id)),
				noteGiven(
					services,
					viewer,
					shown.map(({ record }) => ({ videoId: record.id })),
				),
			]);
			const cards = await Promise.all(
				shown.map(async ({ entry, record }) => {
					const user = users.get(record.userId);
					const fixed = fixedCard(services.config.REGION, record, await grantFor(services, record, userId));
					if (user === undefined || fixed === null) return [];
					const flags = {
						liked: liked.has(record.id),
						saved: saved.has(record.id),
						following: relations.following.has(record.userId),
					};
					return [{ entry, card: presentCard(fixed, user, countsOf(services).of(record), flags, sounds.get(record.id)) }];
				}),
			);
			return cards.flat();
		},
	};
}

/** Cards of videos that are named, in their order, each once; what the viewer may not see is left out. */
export async function hydrateCards(services: Services, viewer: Viewer, videoIds: readonly string[]): Promise<VideoCard[]> {
	const named = [...new Set(videoIds)].map((id) => ({ id }));
	const shown = await through(cardSteps(services, viewer), named);
	return shown.map(({ card }) => card);
}

/** What is open needs no grant, and guests see nothing else. */
export async function grantFor({ config, clock }: Services, record: VideoRecord, userId: string | null): Promise<string | null> {
	return isOpen(record) || userId === null ? null : makeGrant(config.GRANT_SECRET, record.id, userId, clock());
}

/** Which of these videos the user likes. Without an answer hearts show empty rather than the page not at all. */
export async function likedOf(services: Services, userId: string | null, videoIds: readonly string[]): Promise<ReadonlySet<string>> {
	if (userId === null || videoIds.length === 0) return new Set();
	try {
		const rows = await Promise.all(
			[...services.db.byVideo(videoIds)].map(([database, ids]) =>
				database
					.select({ videoId: videoEngagement.videoId })
					.from(videoEngagement)
					.where(and(inArray(videoEngagement.videoId, ids), eq(videoEngagement.userId, userId), eq(videoEngagement.type, "like"))),
			),
		);
		return new Set(rows.flat().map(({ videoId }) => videoId));
	} catch (error) {
		services.log.warn("likes_unavailable", { userId, ...errorFields(error) });
		return new Set();
	}
}

/** Which of these videos are among the user's favourites. Without an answer bookmarks show empty rather than the page not at all. */
export async function savedOf(services: Services, userId: string | null, videoIds: readonly string[]): Promise<ReadonlySet<string>> {
	if (userId === null || videoIds.length === 0) return new Set();
	try {
		const rows = await services.db
			.user(userId)
			.select({ videoId: userSaves.videoId })
			.from(userSaves)
			.where(and(eq(userSaves.userId, userId), inArray(userSaves.videoId, [...videoIds])));
		return new Set(rows.map(({ videoId }) => videoId));
	} catch (error) {
		services.log.warn("saves_unavailable", { userId, ...errorFields(error) });
		return new Set();
	}
}
