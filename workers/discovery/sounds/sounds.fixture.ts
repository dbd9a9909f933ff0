import { SOUND_PEAKS } from "../../../contracts/limits.ts";
import { mediaKeys } from "../../../contracts/media.ts";
import { SOUND_FILES } from "../../../contracts/sound-files.ts";
import { sounds } from "../../../db/schema/directory.ts";
import type { videos } from "../../../db/schema/videos.ts";
import { seedCatalogue } from "../../feed/catalogue.fixture.ts";
import type { Services } from "../../platform/services.ts";
import { keepOriginal, recountSoundOf } from "../../videos/sounds/index.ts";

export const PEAKS = Array.from({ length: SOUND_PEAKS }, (_, bar) => bar);

/** A track of the library with its files. */
export async function track(services: Services, values: Partial<typeof sounds.$inferInsert> = {}): Promise<string> {
	const id = services.newId();
	const audio = crypto.randomUUID();
	const row = {
		id,
		audio,
		title: `Track ${id}`,
		artist: "The Testers",
		genre: "ambient",
		mood: "calm",
		durationMs: 40_000,
		peaks: PEAKS,
		isCopyrighted: true,
		licenseType: "free" as const,
		offeredAt: new Date(services.clock()),
	};
	await services.db
		.directory()
		.insert(sounds)
		.values({ ...row, ...values });
	for (const name of Object.values(SOUND_FILES)) await services.media.put(mediaKeys.track(id, audio) + name, new Uint8Array(1_000).fill(7));
	return id;
}

/** A video that is up with a sound of its own, as publishing leaves it. @returns its id, which is the sound's too */
export async function original(services: Services, userId: string, values: Partial<typeof videos.$inferInsert> = {}): Promise<string> {
	const id = services.newId();
	const ownSound = { durationMs: 9_000, peaks: PEAKS, fingerprint: "AQAA" };
	await seedCatalogue(services, { count: 1, creators: 1, overrides: { id, userId, soundId: id, ownSound, ...values } });
	await services.media.put(mediaKeys.generation(id, 1) + SOUND_FILES.whole, new Uint8Array(500).fill(3));
	await keepOriginal(services, { videoId: id });
	await recountSoundOf(services, { videoId: id });
	return id;
}

/** Videos that use a sound, with this reach each. */
export async function uses(services: Services, soundId: string, reach: readonly number[]): Promise<string[]> {
	const made: string[] = [];
	for (const longViewCount of reach) {
		const { records } = await seedCatalogue(services, { count: 1, creators: 1, overrides: { soundId, longViewCount } });
		for (const { id } of records) {
			made.push(id);
			await recountSoundOf(services, { videoId: id });
		}
	}
	return made;
}
