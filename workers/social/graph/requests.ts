import { and, desc, eq } from "drizzle-orm";
import { requestNotFound } from "../../../contracts/problems/social.ts";
import type { FollowRequest } from "../../../contracts/relations.ts";
import { followers, followRequests, profiles } from "../../../db/schema/users.ts";
import { belowPlace, type Place } from "../../lists/cursor.ts";
import { peoplePage } from "../../lists/people-page.ts";
import type { PageQuery } from "../../lists/pipeline.ts";
import type { EventMap } from "../../platform/event-map.ts";
import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { mayMeet } from "../../rules/people.ts";
import { outdateRelations, relationsOf, untilRelationsHeard } from "../../rules/relations.ts";
import { mustExist } from "../../rules/users.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { followSides, requestSides, undone } from "./sides.ts";
import { acceptRequests, acceptSent } from "./statements.ts";
import { writeBothSides } from "./two-sided.ts";

/** Requests accepted by one statement when an account turns public. */
const ACCEPTED_AT_ONCE = 500;

interface RequestPage {
	readonly requests: FollowRequest[];
	/** How many wait, those included that are not named here. */
	readonly total: number;
	readonly nextCursor: string | null;
}

/** Who waits for the viewer's answer, latest first. */
export async function listFollowRequests(services: Services, viewer: UserViewer, query: PageQuery): Promise<RequestPage> {
	const database = services.db.user(viewer.userId);
	const read = (after: Place | null, limit: number): Promise<Place[]> =>
		database
			.select({ id: followRequests.requesterId, at: followRequests.createdAt })
			.from(followRequests)
			.where(and(eq(followRequests.userId, viewer.userId), belowPlace(followRequests.createdAt, followRequests.requesterId, after)))
			.orderBy(desc(followRequests.createdAt), desc(followRequests.requesterId))
			.limit(limit);
	const [relations, total] = await Promise.all([
		relationsOf(services, viewer),
		database.$count(followRequests, eq(followRequests.userId, viewer.userId)),
	]);
	const { items, nextCursor } = await peoplePage(services, read, (id) => mayMeet(relations, id), query);
	const requests = items.map(({ user, at }): FollowRequest => ({ user, at: at.toISOString() }));
	return { requests, total, nextCursor };
}

/** Lets somebody follow who asked. @throws `not_found` when they neither ask nor follow, `user_not_found` */
export async function acceptFollowRequest(
	services: Services,
	{ userId }: UserViewer,
	requesterId: string,
): Promise<{ accepted: boolean; followersCount: number }> {
	await mustExist(services, requesterId);
	const isNew = await writeBothSides(
		services,
		{ userId: requesterId, run: acceptSent(userId, [requesterId]), undo: undone(followSides(requesterId, userId))[0].run },
		{ userId, run: acceptRequests(userId, [requesterId]), undo: undone(followSides(requesterId, userId))[1].run },
	);
	const [[row], count] = await Promise.all([
		services.db
			.user(userId)
			.select({ id: followers.followerId })
			.from(followers)
			.where(and(eq(followers.followeeId, userId), eq(followers.followerId, requesterId))),
		followersCountOf(services, userId),
	]);
	if (row === undefined) throw requestNotFound();
	await emit(services, "followed", { userId, otherId: requesterId, kind: "accept", isNew });
	return { accepted: true, followersCount: count };
}

/** Declines; who asked is not told, and may ask again. @throws `user_not_found` */
export async function declineFollowRequest(services: Services, { userId }: UserViewer, requesterId: string): Promise<void> {
	await mustExist(services, requesterId);
	await writeBothSides(services, ...undone(requestSides(requesterId, userId)));
	await emit(services, "followed", { userId, otherId: requesterId, kind: "decline", isNew: false });
}

/**
 * Takes somebody off the viewer's followers. When it returns, no isolate takes them for one: of a private account they see nothing more.
 * @throws `user_not_found`
 */
export async function removeFollower(services: Services, { userId }: UserViewer, followerId: string): Promise<{ followersCount: number }> {
	await mustExist(services, followerId);
	await writeBothSides(services, ...undone(followSides(followerId, userId)));
	await emit(services, "followed", { userId, otherId: followerId, kind: "remove", isNew: false });
	await untilRelationsHeard();
	return { followersCount: await followersCountOf(services, userId) };
}

/**
 * Accepts all who wait for somebody's answer: what follows from turning public. They are not told one by one. Repeated, it goes on
 * where it broke off: the askers' halves are written first, so that the list of who waits is the list of what is left to do.
 */
export async function acceptAll(services: Services, userId: string): Promise<void> {
	const database = services.db.user(userId);
	for (;;) {
		const waiting = await database
			.select({ id: followRequests.requesterId })
			.from(followRequests)
			.where(eq(followRequests.userId, userId))
			.limit(ACCEPTED_AT_ONCE);
		const requesters = waiting.map(({ id }) => id);
		if (requesters.length === 0) return;
		for (const [theirs, some] of services.db.byUser(requesters)) await theirs.execute(acceptSent(userId, some));
		await database.execute(acceptRequests(userId, requesters));
		await outdateRelations(services, userId, ...requesters);
	}
}

/** A private account's requests wait for its answer; nobody waits for that of a public one. */
export async function acceptWhenPublic(services: Services, { userId, isPrivate }: EventMap["turned"]): Promise<void> {
	if (!isPrivate) await acceptAll(services, userId);
}

async function followersCountOf(services: Services, userId: string): Promise<number> {
	const [row] = await services.db
		.user(userId)
		.select({ followersCount: profiles.followersCount })
		.from(profiles)
		.where(eq(profiles.userId, userId));
	return row?.followersCount ?? 0;
}
