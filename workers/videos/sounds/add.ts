import { ingestKeys, mediaKeys } from "../../../contracts/media.ts";
import { soundNotAvailable, soundNotRead } from "../../../contracts/problems/sounds.ts";
import { type AddedSound, SOUND_FILES, type SoundMix } from "../../../contracts/sound-files.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { mayUseSound } from "../../rules/sounds.ts";
import { type SeenSound, seeSounds } from "./see.ts";

/** An upload a sound is added to, and from which country, as far as that is known. */
interface Upload {
	readonly videoId: string;
	readonly userId: string;
	readonly folder: string;
}

/**
 * Puts a sound beside the original of an upload: what becomes of the sound later changes nothing of the video, however often that is made
 * again. @param country two letters, null when unknown
 * @throws ProblemError sound_not_available, unavailable
 */
export async function addSound(
	services: Services,
	{ videoId, userId, folder }: Upload,
	soundId: string,
	mix: SoundMix,
	country: string | null,
): Promise<AddedSound> {
	const seen = (await seeSounds(services, { kind: "user", userId }, [soundId])).get(soundId);
	if (seen === undefined || !mayUseSound(seen.sound, seen.source, country)) throw soundNotAvailable();
	const key = wholeKey(seen);
	const put = await copy(services, key, ingestKeys.sound(videoId, folder));
	if (put === null) throw soundNotAvailable();
	return { mix, bytes: put.size, etag: put.etag };
}

const wholeKey = ({ sound, source }: SeenSound): string =>
	(sound.audio === null ? mediaKeys.generation(sound.id, source?.video.liveGeneration ?? 0) : mediaKeys.track(sound.id, sound.audio)) +
	SOUND_FILES.whole;

async function copy({ media, ingest, log }: Services, from: string, to: string): Promise<R2Object | null> {
	try {
		const object = await media.get(from);
		return object === null ? null : await ingest.put(to, object.body);
	} catch (error) {
		log.warn("sound_not_added", errorFields(error));
		throw soundNotRead(error);
	}
}
