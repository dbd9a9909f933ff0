import { eq, sql } from "drizzle-orm";
import type { Reason } from "../../../contracts/moderation.ts";
import type { Screening } from "../../../contracts/screening.ts";
import { blockedFrames, knownFiles, videoScreenings } from "../../../db/schema/screening.ts";
import type { Services } from "../../platform/services.ts";

/** Frames of one blocked video that frames of an upload are like. */
export interface KnownLikeness {
	readonly videoId: string;
	readonly reason: Reason;
	/** Frames of the upload, each with the fewest bits by which it differs. */
	readonly frames: readonly { readonly atMs: number; readonly distance: number }[];
}

/** Bits further than which nothing is asked for: unrelated frames are 106 and more apart. */
const ASKED_BITS = 60;

/** Odd frequencies of a row change their sign when a picture is mirrored: every second bit. */
const mirrored = (hash: string): string => hash.replace(/../g, (byte) => (Number.parseInt(byte, 16) ^ 0x55).toString(16).padStart(2, "0"));

/** Whether the very file was blocked before, and for what. @param sha256 hexadecimal */
export async function knownFile(services: Services, sha256: string): Promise<Reason | null> {
	const [row] = await services.db.directory().select({ reason: knownFiles.reason }).from(knownFiles).where(eq(knownFiles.sha256, sha256));
	return row?.reason ?? null;
}

/**
 * Blocked videos that frames of this one are like, mirrored ones and crops too. All blocked frames are compared: some 2 ms for each
 * thousand of them; what to do past a hundred thousand is said in docs/decisions/moderation.md.
 */
export async function likeKnown(services: Services, frames: Screening["frames"]): Promise<KnownLikeness[]> {
	const asked = frames.flatMap(({ atMs, hashes }) => hashes.flatMap((hash) => [hash, mirrored(hash)].map((one) => ({ atMs, hash: one }))));
	if (asked.length === 0) return [];
	const { rows } = await services.db.directory().execute<{ video_id: string; reason: Reason; at_ms: number; distance: number }>(sql`
		select f.video_id::text as video_id, f.reason, (q.one->>'atMs')::int as at_ms, min(bit_count(f.hash # ('x' || (q.one->>'hash'))::bit(256)))::int as distance
		from jsonb_array_elements(${JSON.stringify(asked)}::jsonb) as q(one)
		join ${blockedFrames} as f on bit_count(f.hash # ('x' || (q.one->>'hash'))::bit(256)) <= ${ASKED_BITS}
		group by 1, 2, 3`);
	const videos = new Map<string, { reason: Reason; frames: { atMs: number; distance: number }[] }>();
	for (const { video_id: videoId, reason, at_ms: atMs, distance } of rows) {
		const video = videos.get(videoId) ?? { reason, frames: [] };
		video.frames.push({ atMs, distance });
		videos.set(videoId, video);
	}
	return [...videos].map(([videoId, video]) => ({ videoId, ...video }));
}

/** From now on neither the file of a blocked video nor a near copy of it goes up unseen. Repeated, it changes nothing. */
export async function rememberBlocked(services: Services, videoId: string, reason: Reason): Promise<void> {
	const rows = await services.db.video(videoId).select().from(videoScreenings).where(eq(videoScreenings.videoId, videoId));
	const directory = services.db.directory();
	for (const { sha256, frames } of rows) {
		if (sha256 !== null) await directory.insert(knownFiles).values({ sha256, reason, videoId }).onConflictDoNothing();
		const hashes = frames.flatMap(({ atMs, hashes }) => hashes.map((hash) => ({ atMs, hash })));
		if (hashes.length === 0) continue;
		await directory.execute(sql`
			insert into ${blockedFrames} (video_id, at_ms, hash, reason)
			select ${videoId}::bigint, (one->>'atMs')::int, ('x' || (one->>'hash'))::bit(256), ${reason}
			from jsonb_array_elements(${JSON.stringify(hashes)}::jsonb) as given(one)
			on conflict do nothing`);
	}
}

/** A block was taken back: what was remembered of the video is no reason any more. */
export async function forgetBlocked(services: Services, videoId: string): Promise<void> {
	const directory = services.db.directory();
	await directory.batch([
		directory.delete(knownFiles).where(eq(knownFiles.videoId, videoId)),
		directory.delete(blockedFrames).where(eq(blockedFrames.videoId, videoId)),
	]);
}
