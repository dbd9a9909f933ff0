import { and, count, eq, isNull } from "drizzle-orm";
import type { QueryOf } from "../../../contracts/endpoint.ts";
import { TRACK_MAX_BYTES } from "../../../contracts/limits.ts";
import { mediaKeys } from "../../../contracts/media.ts";
import { trackTooLarge } from "../../../contracts/problems/sounds.ts";
import { SOUND_FILES, SOUND_TYPE } from "../../../contracts/sound-files.ts";
import type { addTrack as contract } from "../../../contracts/sounds.ts";
import { sounds } from "../../../db/schema/directory.ts";
import type { Services } from "../../platform/services.ts";
import { remakeTrack } from "../../platform/tracks.ts";
import { addReference, forgetReference } from "../../trust/index.ts";
import { invalidateSounds } from "../../videos/sounds/index.ts";

/**
 * Adds a track to a batch of the library. Nobody is offered it before all of its batch is: `offerTracks`.
 * @returns the sound's id, and whether it was not there before
 * @throws ProblemError track_refused, file_too_large, unavailable
 */
export async function addTrack(
	services: Services,
	{ batch, key, title, artist, genre, mood, license, copyrighted, territories, policy }: QueryOf<typeof contract>,
	file: ArrayBuffer,
): Promise<{ readonly soundId: string; readonly isNew: boolean }> {
	const known = await trackOf(services, batch, key);
	if (known !== undefined) return { soundId: known, isNew: false };
	if (file.byteLength > TRACK_MAX_BYTES) throw trackTooLarge();
	const began = services.clock();
	const soundId = services.newId();
	const audio = crypto.randomUUID();
	const made = await remakeTrack(services, soundId, file);
	const folder = mediaKeys.track(soundId, audio);
	const options = { httpMetadata: { contentType: SOUND_TYPE } };
	await Promise.all([
		services.media.put(folder + SOUND_FILES.whole, made.whole, options),
		services.media.put(folder + SOUND_FILES.preview, made.preview, options),
	]);
	const rights = { licenseType: license, territories: territories === "" ? null : territories.split(" ") };
	// Before it is offered: it is found in uploads from its first use on.
	if (made.items.length > 0)
		await addReference(services, {
			id: soundId,
			kind: "track",
			title,
			artist,
			policy: policy ?? (license === "free" ? "track" : "mute"),
			...rights,
			fingerprint: base64Of(made.items),
			createdAt: new Date(began),
		});
	// The row last: what it names is there.
	const [row] = await services.db
		.directory()
		.insert(sounds)
		.values({
			id: soundId,
			title,
			artist,
			genre,
			mood,
			durationMs: made.durationMs,
			isCopyrighted: copyrighted,
			...rights,
			fingerprint: made.fingerprint,
			peaks: [...made.peaks],
			audio,
			batch,
			batchKey: key,
			createdAt: new Date(began),
		})
		.onConflictDoNothing()
		.returning({ id: sounds.id });
	if (row !== undefined) {
		services.log.info("track_added", { soundId, bytes: file.byteLength, ms: services.clock() - began });
		return { soundId, isNew: true };
	}
	// Somebody adds the same batch at the same time, and was first.
	await Promise.all([removeFiles(services, [{ id: soundId, audio }]), forgetReference(services, soundId)]);
	return { soundId: (await trackOf(services, batch, key)) ?? soundId, isNew: false };
}

async function trackOf(services: Services, batch: string, key: string): Promise<string | undefined> {
	const [row] = await services.db
		.directory()
		.select({ id: sounds.id })
		.from(sounds)
		.where(and(eq(sounds.batch, batch), eq(sounds.batchKey, key)));
	return row?.id;
}

/** Offers all tracks of a batch in one statement. @returns how many it has */
export async function offerTracks(services: Services, batch: string): Promise<number> {
	const database = services.db.directory();
	const offered = await database
		.update(sounds)
		.set({ offeredAt: new Date(services.clock()) })
		.where(and(eq(sounds.batch, batch), isNull(sounds.offeredAt)))
		.returning({ id: sounds.id });
	if (offered.length > 0) {
		services.log.info("tracks_offered", { tracks: offered.length });
		await invalidateSounds(
			services,
			offered.map(({ id }) => id),
		);
	}
	const [all] = await database.select({ value: count() }).from(sounds).where(eq(sounds.batch, batch));
	return all?.value ?? 0;
}

/** Removes what was added of a batch that is not offered. @returns how many tracks that were */
export async function dropTracks(services: Services, batch: string): Promise<number> {
	const dropped = await services.db
		.directory()
		.delete(sounds)
		.where(and(eq(sounds.batch, batch), isNull(sounds.offeredAt)))
		.returning({ id: sounds.id, audio: sounds.audio });
	if (dropped.length > 0) services.log.info("tracks_dropped", { tracks: dropped.length });
	await Promise.all([removeFiles(services, dropped), ...dropped.map(({ id }) => forgetReference(services, id))]);
	return dropped.length;
}

/** A few thousand bytes at a time: a call has only so many arguments. */
function base64Of(bytes: Uint8Array): string {
	let binary = "";
	for (let at = 0; at < bytes.length; at += 8_192) binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
	return btoa(binary);
}

type Filed = Pick<typeof sounds.$inferSelect, "id" | "audio">;

async function removeFiles({ media }: Services, tracks: readonly Filed[]): Promise<void> {
	const files = (id: string, audio: string) => Object.values(SOUND_FILES).map((name) => mediaKeys.track(id, audio) + name);
	await Promise.all(tracks.map(({ id, audio }) => (audio === null ? undefined : media.delete(files(id, audio)))));
}
