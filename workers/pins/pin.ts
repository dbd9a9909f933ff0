import { sql } from "drizzle-orm";
import { PINS_MAX } from "../../contracts/limits.ts";
import type { Pins } from "../../contracts/pins.ts";
import { pinNotSeen, pinsFull, videoNotFound } from "../../contracts/problems/videos.ts";
import { pins } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { visibleVideo } from "../videos/index.ts";
import { readPins } from "./rows.ts";

/** A place may be taken by another request between looking for a free one and taking it. */
const ATTEMPTS = PINS_MAX;

/** Pins one's own video. @throws ProblemError video_not_found, not_ready for one that nobody else can see, pins_full */
export async function pinVideo(services: Services, viewer: UserViewer, ref: string): Promise<Pins> {
	const { id, userId, status, visibility } = await visibleVideo(services, viewer, ref);
	if (userId !== viewer.userId) throw videoNotFound();
	if (status !== "ready" || visibility === "private") throw pinNotSeen();
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		if (await takeFreePlace(services, viewer.userId, id)) break;
		const pinned = await readPins(services, viewer.userId);
		if (pinned.includes(id)) break;
		if (pinned.length >= PINS_MAX) throw pinsFull();
	}
	return { pinned: await readPins(services, viewer.userId) };
}

/** @returns false when there is no free place, another request took it, or the video has one */
async function takeFreePlace({ db, clock }: Services, userId: string, videoId: string): Promise<boolean> {
	const free = sql`
		insert into ${pins} (user_id, place, video_id, created_at)
		select ${userId}::bigint, free.place, ${videoId}::bigint, ${new Date(clock()).toISOString()}::timestamptz
		from generate_series(0, ${PINS_MAX - 1}::int) as free(place)
		where not exists (select 1 from ${pins} taken where taken.user_id = ${userId}::bigint and taken.place = free.place)
		order by free.place limit 1
		on conflict do nothing returning place`;
	const { rows } = await db.user(userId).execute(free);
	return rows.length > 0;
}
