import { and, eq, inArray } from "drizzle-orm";
import { SOUND_FILES } from "../../../contracts/sound-files.ts";
import type { Sound, SoundSummary } from "../../../contracts/sounds.ts";
import { soundSaves } from "../../../db/schema/users.ts";
import type { Services } from "../../platform/services.ts";
import { mayUseSound } from "../../rules/sounds.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import { grantFor, mediaBase, presentThumbnail } from "../../videos/cards/index.ts";
import type { SeenSound } from "../../videos/sounds/index.ts";

/** Who looks at sounds, and from which country, as far as that is known. */
export interface Listener {
	readonly viewer: Viewer;
	readonly country: string | null;
}

/** Sounds the viewer may see, as they are shown where they are heard and used. */
export async function presentSounds(services: Services, { viewer, country }: Listener, seen: readonly SeenSound[]): Promise<Sound[]> {
	const userId = userIdOf(viewer);
	const saved = await savedOf(
		services,
		userId,
		seen.map(({ sound }) => sound.id),
	);
	return Promise.all(
		seen.map(async (one) => {
			const { sound, source, creator } = one;
			const grant = source === undefined ? null : await grantFor(services, source.video, userId);
			const usable = mayUseSound(sound, source, country);
			return {
				...summaryOf(services, one, grant),
				creator,
				genre: sound.genre,
				mood: sound.mood,
				peaks: [...sound.peaks],
				previewUrl: usable ? previewOf(services, one, grant) : null,
				usable,
				saved: saved.has(sound.id),
				own: source?.standing.isCreator === true ? { off: sound.offAt !== null } : null,
			};
		}),
	);
}

/** The same as lists name them. */
export const presentSummaries = (services: Services, viewer: Viewer, seen: readonly SeenSound[]): Promise<SoundSummary[]> =>
	Promise.all(
		seen.map(async (one) => {
			const grant = one.source === undefined ? null : await grantFor(services, one.source.video, userIdOf(viewer));
			return summaryOf(services, one, grant);
		}),
	);

const summaryOf = ({ config }: Services, { sound, title, artistName, source }: SeenSound, grant: string | null): SoundSummary => ({
	id: sound.id,
	title,
	artistName,
	durationMs: sound.durationMs,
	isOriginal: sound.creatorId !== null,
	coverUrl: source === undefined ? null : presentThumbnail(config.REGION, source.video, grant),
	videoCount: sound.videoCount,
});

function previewOf({ config }: Services, { sound, source }: SeenSound, grant: string | null): string | null {
	if (source !== undefined) return `${mediaBase(config.REGION, source.video, grant)}${SOUND_FILES.preview}`;
	return sound.audio === null ? null : `/audio/${sound.id}/${sound.audio}/${SOUND_FILES.preview}`;
}

async function savedOf(services: Services, userId: string | null, ids: readonly string[]): Promise<ReadonlySet<string>> {
	if (userId === null || ids.length === 0) return new Set();
	const rows = await services.db
		.user(userId)
		.select({ soundId: soundSaves.soundId })
		.from(soundSaves)
		.where(and(eq(soundSaves.userId, userId), inArray(soundSaves.soundId, [...ids])));
	return new Set(rows.map(({ soundId }) => soundId));
}
