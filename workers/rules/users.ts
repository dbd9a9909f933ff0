import { and, eq, isNull } from "drizzle-orm";
import { isId } from "../../contracts/ids.ts";
import { accountPrivate, userNotFound } from "../../contracts/problems/social.ts";
import { accountUsers } from "../../db/schema/directory.ts";
import { blockedBy, profiles } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import { formerOwnerOf } from "./former-names.ts";
import { maySeeListsOf, type Owner } from "./people.ts";
import { relationsOf } from "./relations.ts";
import { userIdOf, type Viewer } from "./viewer.ts";

/** The id behind an id or a user name with a leading @. Whether an id exists is told by the query that uses it. @throws `user_not_found` */
export async function resolveUser(services: Services, reference: string): Promise<string> {
	if (isId(reference)) return reference;
	if (!reference.startsWith("@")) throw userNotFound();
	const [row] = await services.db
		.directory()
		.select({ id: accountUsers.id })
		.from(accountUsers)
		.where(eq(accountUsers.username, reference.slice(1).toLowerCase()));
	// A name that was changed lately still leads to its owner.
	const userId = row?.id ?? (await formerOwnerOf(services, reference.slice(1)));
	if (userId === null) throw userNotFound();
	return userId;
}

/** That there is such a person, whoever asks. @throws `user_not_found` for who never was, and who left */
export async function mustExist({ db }: Pick<Services, "db">, userId: string): Promise<void> {
	const there = and(eq(profiles.userId, userId), isNull(profiles.deletedAt));
	const [row] = await db.user(userId).select({ id: profiles.userId }).from(profiles).where(there);
	if (row === undefined) throw userNotFound();
}

/**
 * That there is such a person for this viewer: who never was, who left and who blocked the viewer are refused by the same words.
 * @returns what says who may see what they have
 * @throws `user_not_found`
 */
export async function mustExistFor(services: Services, viewer: Viewer, userId: string): Promise<Owner> {
	const [profile, blocks] = await Promise.all([
		services.db
			.user(userId)
			.select({ userId: profiles.userId, isPrivate: profiles.isPrivate })
			.from(profiles)
			.where(and(eq(profiles.userId, userId), isNull(profiles.deletedAt))),
		viewer.kind === "guest"
			? []
			: services.db
					.user(viewer.userId)
					.select({ id: blockedBy.blockerId })
					.from(blockedBy)
					.where(and(eq(blockedBy.userId, viewer.userId), eq(blockedBy.blockerId, userId))),
	]);
	const [owner] = profile;
	if (owner === undefined || blocks.length > 0) throw userNotFound();
	return owner;
}

/**
 * That this viewer may see a person's lists: videos, pins, reposts, followers and whom they follow. Of a private account they are for
 * its followers. @throws `user_not_found`, `account_private`
 */
export async function mustSeeListsOf(services: Services, viewer: Viewer, userId: string): Promise<void> {
	const [owner, relations] = await Promise.all([mustExistFor(services, viewer, userId), relationsOf(services, viewer)]);
	if (!maySeeListsOf(owner, userIdOf(viewer), relations)) throw accountPrivate();
}
