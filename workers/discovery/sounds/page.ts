import { and, desc, eq, sql } from "drizzle-orm";
import type { AnswerOf, BodyOf } from "../../../contracts/endpoint.ts";
import { soundNotFound } from "../../../contracts/problems/sounds.ts";
import type { Sound, updateSound as updateContract, soundVideos as videosContract } from "../../../contracts/sounds.ts";
import { sounds } from "../../../db/schema/directory.ts";
import { videos } from "../../../db/schema/videos.ts";
import { rankCursor } from "../../lists/cursor.ts";
import { listPage, type PageQuery, peeking } from "../../lists/pipeline.ts";
import type { Services } from "../../platform/services.ts";
import { relationsOf } from "../../rules/relations.ts";
import { type UserViewer, userIdOf, type Viewer } from "../../rules/viewer.ts";
import { screenText } from "../../trust/index.ts";
import { cardSteps, type VideoRecord } from "../../videos/cards/index.ts";
import { invalidateSounds, type SeenSound, seeSounds } from "../../videos/sounds/index.ts";
import { type Listener, presentSounds } from "./present.ts";

/** @throws ProblemError sound_not_found */
export async function visibleSound(services: Services, viewer: Viewer, soundId: string): Promise<SeenSound> {
	const seen = (await seeSounds(services, viewer, [soundId])).get(soundId);
	if (seen === undefined) throw soundNotFound();
	return seen;
}

/** @throws ProblemError sound_not_found */
export async function getSound(services: Services, listener: Listener, soundId: string): Promise<Sound> {
	const [sound] = await presentSounds(services, listener, [await visibleSound(services, listener.viewer, soundId)]);
	if (sound === undefined) throw soundNotFound();
	return sound;
}

/** All videos that use a sound and that the viewer may see, by their reach. @throws ProblemError sound_not_found */
export async function soundVideos(
	services: Services,
	viewer: Viewer,
	soundId: string,
	query: PageQuery,
): Promise<AnswerOf<typeof videosContract>> {
	await visibleSound(services, viewer, soundId);
	type Place = { readonly count: number; readonly id: string };
	// Every shard has some: a scatter-gather of as many as are wanted.
	const read = async (after: Place | null, limit: number): Promise<Place[]> => {
		const below = after === null ? undefined : sql`(${videos.longViewCount}, ${videos.id}) < (${after.count}::bigint, ${after.id}::bigint)`;
		const rows = await Promise.all(
			services.db.everyVideoShard().map((database) =>
				database
					.select({ count: videos.longViewCount, id: videos.id })
					.from(videos)
					.where(and(eq(videos.soundId, soundId), eq(videos.status, "ready"), below))
					.orderBy(desc(videos.longViewCount), desc(videos.id))
					.limit(limit),
			),
		);
		return rows
			.flat()
			.sort((a, b) => b.count - a.count || (BigInt(b.id) > BigInt(a.id) ? 1 : -1))
			.slice(0, limit);
	};
	// Whoever comes for the sound did not ask for what is brought to nobody. Those they follow they did ask for.
	const { following } = await relationsOf(services, viewer);
	const isUnasked = ({ restriction, creatorTeen, userId }: VideoRecord) =>
		userId !== userIdOf(viewer) && (restriction !== "none" || (creatorTeen && !following.has(userId)));
	const steps = cardSteps<Place>(services, viewer, isUnasked);
	const { items, nextCursor } = await listPage({ ...steps, skeleton: peeking(read, (place) => place) }, rankCursor, query);
	return { videos: items.map(({ card }) => card), nextCursor };
}

/** Renames one's original, or turns it off or on for others. @throws ProblemError sound_not_found, also when it is somebody else's */
export async function updateSound(
	services: Services,
	viewer: UserViewer,
	country: string | null,
	soundId: string,
	{ title, off }: BodyOf<typeof updateContract>,
): Promise<Sound> {
	const { source } = await visibleSound(services, viewer, soundId);
	if (source?.standing.isCreator !== true) throw soundNotFound();
	const offAt = off === undefined ? undefined : off ? new Date(services.clock()) : null;
	if (title !== undefined || offAt !== undefined) {
		await services.db.directory().update(sounds).set({ title, offAt }).where(eq(sounds.id, soundId));
		services.log.info("sound_changed", { soundId, userId: viewer.userId, fields: off === undefined ? ["title"] : ["title", "off"] });
		await invalidateSounds(services, [soundId]);
		screenText(services, { subject: { kind: "sound", id: soundId, ownerId: viewer.userId }, fields: { title } });
	}
	return getSound(services, { viewer, country }, soundId);
}
