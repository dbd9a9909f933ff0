import type { UserSummary } from "../../../contracts/users.ts";
import { knownSummaries, loadSummaries } from "../../lists/people.ts";
import type { Services } from "../../platform/services.ts";
import { NO_RELATIONS, relationsOf } from "../../rules/relations.ts";
import { maySeeSound } from "../../rules/sounds.ts";
import { type Standing, standingOf } from "../../rules/videos.ts";
import { type Asker, userIdOf } from "../../rules/viewer.ts";
import { loadVideos } from "../cards/load.ts";
import type { VideoRecord } from "../cards/record.ts";
import { knownSounds, loadSounds, type SoundRecord } from "./load.ts";

/** A sound somebody may see. */
export interface SeenSound {
	readonly sound: SoundRecord;
	/** What it is called, and by whom it is. */
	readonly title: string;
	readonly artistName: string;
	/** Whose upload an original was made from; null for a track of the library. */
	readonly creator: UserSummary | null;
	readonly source: { readonly video: VideoRecord; readonly standing: Standing } | undefined;
}

/** Those of these sounds that the viewer may see, by id. */
export async function seeSounds(services: Services, viewer: Asker, ids: readonly string[]): Promise<Map<string, SeenSound>> {
	if (ids.length === 0) return new Map();
	const sounds = await loadSounds(services, [...new Set(ids)]);
	return seen(services, viewer, [...sounds.values()]);
}

/** The same of sounds that are at hand. */
export async function seen(services: Services, viewer: Asker, sounds: readonly SoundRecord[]): Promise<Map<string, SeenSound>> {
	const originals = sounds.filter(({ creatorId }) => creatorId !== null);
	const [videos, relations, people] = await Promise.all([
		loadVideos(
			services,
			originals.map(({ id }) => id),
		),
		originals.length === 0 ? NO_RELATIONS : relationsOf(services, viewer),
		loadSummaries(
			services,
			originals.flatMap(({ creatorId }) => creatorId ?? []),
		),
	]);
	const found = new Map<string, SeenSound>();
	for (const sound of sounds) {
		const video = sound.creatorId === null ? undefined : videos.get(sound.id);
		const source = video && { video, standing: standingOf(relations, userIdOf(viewer), video.userId) };
		const creator = sound.creatorId === null ? null : (people.get(sound.creatorId) ?? null);
		if (!maySeeSound(sound, source) || (sound.creatorId !== null && creator === null)) continue;
		found.set(sound.id, { sound, creator, source, ...namesOf(sound, creator) });
	}
	return found;
}

/** An original that was not renamed is named after its creator. */
const namesOf = (sound: SoundRecord, creator: UserSummary | null) => ({
	title: sound.title === "" && creator !== null ? `original sound – @${creator.username}` : sound.title,
	artistName: creator?.displayName ?? sound.artist,
});

/** A sound as a card names it. */
export interface SoundLabel {
	readonly id: string;
	readonly title: string;
	readonly artistName: string;
}

/**
 * The sound of each of these videos, by the video's id, where the viewer may see that. The videos themselves may be seen: most have their
 * own sound, of which nothing else is to be asked. What can't be told for the moment is left out.
 */
export async function soundLabels(
	services: Services,
	viewer: Asker | null,
	records: readonly VideoRecord[],
): Promise<ReadonlyMap<string, SoundLabel>> {
	const named = records.flatMap((record) => (record.soundId === null ? [] : [{ record, soundId: record.soundId }]));
	if (named.length === 0) return new Map();
	const others = named.filter(({ record, soundId }) => soundId !== record.id).map(({ soundId }) => soundId);
	const [{ values: sounds }, sources, relations] = await Promise.all([
		knownSounds(services, [...new Set(named.map(({ soundId }) => soundId))]),
		loadVideos(services, others),
		others.length === 0 || viewer === null ? NO_RELATIONS : relationsOf(services, viewer),
	]);
	const people = await knownSummaries(
		services,
		[...sounds.values()].flatMap(({ creatorId }) => creatorId ?? []),
	);
	const labels = new Map<string, SoundLabel>();
	for (const { record, soundId } of named) {
		const sound = sounds.get(soundId);
		const creator = sound?.creatorId == null ? null : (people.get(sound.creatorId) ?? null);
		if (sound === undefined || (sound.creatorId !== null && creator === null)) continue;
		const userId = viewer === null ? null : userIdOf(viewer);
		const isShown =
			soundId === record.id
				? sound.offAt === null || record.userId === userId
				: maySeeSound(
						sound,
						sourceOf(sources.get(soundId), (video) => standingOf(relations, userId, video.userId)),
					);
		if (isShown) labels.set(record.id, { id: soundId, ...namesOf(sound, creator) });
	}
	return labels;
}

const sourceOf = (video: VideoRecord | undefined, standing: (video: VideoRecord) => Standing) =>
	video && { video, standing: standing(video) };
