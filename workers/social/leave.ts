import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { profiles, uploadKeys, userVideos } from "../../db/schema/users.ts";
import { invalidateUser } from "../lists/people.ts";
import { changesOf, untilHeard } from "../platform/changes.ts";
import type { Services } from "../platform/services.ts";
import { forgetRelations } from "../rules/relations.ts";

/** From the return on a person is not found any more, by name or in any list. Repeated, it changes nothing. */
export async function hideProfile(services: Services, userId: string): Promise<void> {
	await services.db
		.user(userId)
		.update(profiles)
		.set({ deletedAt: new Date(services.clock()) })
		.where(and(eq(profiles.userId, userId), isNull(profiles.deletedAt)));
	await invalidateUser(services, userId);
	await changesOf(services).note([`user:${userId}`]);
	await untilHeard();
}

/** Takes `hideProfile` back. */
export async function showProfile(services: Services, userId: string): Promise<void> {
	await services.db
		.user(userId)
		.update(profiles)
		.set({ deletedAt: null })
		.where(and(eq(profiles.userId, userId), isNotNull(profiles.deletedAt)));
	await invalidateUser(services, userId);
}

/** Removes the profile, what is left of lists by user, and the copies in Redis. */
export async function eraseProfile(services: Services, userId: string): Promise<boolean> {
	const database = services.db.user(userId);
	await database.batch([
		database.delete(userVideos).where(eq(userVideos.userId, userId)),
		database.delete(uploadKeys).where(eq(uploadKeys.userId, userId)),
		database.delete(profiles).where(eq(profiles.userId, userId)),
	]);
	await invalidateUser(services, userId);
	await forgetRelations(services, userId);
	return true;
}
