import { eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { profiles } from "../../db/schema/users.ts";
import { invalidateUser } from "../lists/people.ts";
import type { EventMap } from "../platform/event-map.ts";
import type { Services } from "../platform/services.ts";
import { keepWords, wordsKeptBy } from "../trust/index.ts";
import { eraseAvatarsOf } from "./picture/change.ts";

/**
 * A step of `decided`: of a profile that was removed name, bio, links and picture are cleared; the account stays, under its handle. A
 * granted appeal gives name and bio back; a picture has to be chosen again.
 */
export async function performOnProfile(services: Services, { caseId, subject, decision, appealOf }: EventMap["decided"]): Promise<void> {
	const { kind, id: userId } = subject;
	if (kind !== "profile") return;
	const write = async (set: PgUpdateSetSource<typeof profiles>): Promise<void> => {
		await services.db.user(userId).update(profiles).set(set).where(eq(profiles.userId, userId));
		await invalidateUser(services, userId);
	};
	if (decision === "remove") {
		await keepWords(services, caseId, subject);
		await write({ displayName: sql`username`, bio: "", links: [], avatarUrl: null });
		await eraseAvatarsOf(services, userId);
	}
	if (decision !== "approve" || appealOf === null) return;
	const kept = await wordsKeptBy(services, appealOf, subject);
	if (kept !== null) await write({ displayName: kept.name ?? sql`username`, bio: kept.bio ?? "" });
}
