import { mediaKeys } from "../../../contracts/media.ts";
import { soundNotFound } from "../../../contracts/problems/sounds.ts";
import { SOUND_FILES, SOUND_TYPE } from "../../../contracts/sound-files.ts";
import type { Services } from "../../platform/services.ts";
import { storedFile } from "../../platform/stored-file.ts";
import { mayUseSound } from "../../rules/sounds.ts";
import { loadSounds } from "../../videos/sounds/index.ts";

/** What never changes is kept so long, seconds; of a track that is not for all countries, by nobody but who asked. */
const LIFETIME_S = 86_400;
const LICENSED_LIFETIME_S = 3_600;

/**
 * The preview of a track of the library, where it may be used. Answers ranges and conditions.
 * @param country two letters, null when unknown
 * @throws ProblemError sound_not_found
 */
export async function servePreview(
	services: Services,
	request: Request,
	{ soundId, audio }: { readonly soundId: string; readonly audio: string },
	country: string | null,
): Promise<Response> {
	const sound = (await loadSounds(services, [soundId])).get(soundId);
	if (sound === undefined || sound.creatorId !== null || sound.audio !== audio || !mayUseSound(sound, undefined, country)) {
		throw soundNotFound();
	}
	const key = mediaKeys.track(soundId, audio) + SOUND_FILES.preview;
	const isForAll = mayUseSound(sound, undefined, null);
	const answer = await storedFile(services.media, key, request.headers, () => ({
		"content-type": SOUND_TYPE,
		"cache-control": isForAll ? `public, max-age=${LIFETIME_S}, immutable` : `private, max-age=${LICENSED_LIFETIME_S}`,
		"x-content-type-options": "nosniff",
	}));
	if (answer === null) throw soundNotFound();
	return answer;
}
