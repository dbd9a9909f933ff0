import { eq, sql } from "drizzle-orm";
import { ADULT_AGE_YEARS } from "../../contracts/limits.ts";
import { accountGone } from "../../contracts/problems/accounts.ts";
import type { Account } from "../../contracts/users.ts";
import { accountUsers } from "../../db/schema/directory.ts";
import { commentRules, followers, follows, profiles } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import { commentsFromStart, isPrivateFromStart } from "../rules/teens.ts";
import { childAccountOf } from "../trust/index.ts";
import { ageOn } from "./age.ts";
import { shownEmail } from "./email.ts";

type AccountRow = typeof accountUsers.$inferSelect;
type ProfileRow = typeof profiles.$inferSelect;

/**
 * The user's own account, read from the primary. A profile missing because its write failed when the account was made is
 * made now.
 */
export async function loadAccount(services: Services, userId: string): Promise<Account> {
	const [[account], [profile], child] = await Promise.all([
		services.db.directory().select().from(accountUsers).where(eq(accountUsers.id, userId)),
		services.db.user(userId).select().from(profiles).where(eq(profiles.userId, userId)),
		childAccountOf(services, userId),
	]);
	if (account === undefined) throw accountGone();
	const ageRestriction = child === null ? null : { decisionId: child.decisionId, erasedAt: child.erasedAt?.toISOString() ?? null };
	return { ...present(account, profile ?? (await makeProfile(services, account)), services.clock()), ageRestriction };
}

/** Makes the profile of an account, once, with what was written around it meanwhile. @returns the row that is there */
async function makeProfile(services: Services, account: AccountRow): Promise<ProfileRow> {
	const database = services.db.user(account.id);
	const username = account.displayUsername ?? account.name;
	const isTeen = account.accountType === "teen";
	const makes = database
		.insert(profiles)
		.values({
			userId: account.id,
			username,
			displayName: username,
			accountType: account.accountType,
			isPrivate: isPrivateFromStart(isTeen),
			createdAt: account.createdAt,
			followingCount: sql`(SELECT count(*) FROM ${follows} WHERE ${follows.followerId} = ${account.id})`,
			followersCount: sql`(SELECT count(*) FROM ${followers} WHERE ${followers.followeeId} = ${account.id} AND NOT ${followers.held})`,
		})
		.onConflictDoNothing();
	const rules = { userId: account.id, commentsFrom: commentsFromStart(isTeen), holdAll: false, words: [] };
	await database.batch([database.insert(commentRules).values(rules).onConflictDoNothing(), makes]);
	const [row] = await database.select().from(profiles).where(eq(profiles.userId, account.id));
	if (row === undefined) throw new Error(`the profile of ${account.id} could not be made`);
	services.log.info("profile_created", { userId: account.id });
	return row;
}

function present(account: AccountRow, profile: ProfileRow, now: number): Omit<Account, "ageRestriction"> {
	return {
		id: account.id,
		username: profile.username,
		displayName: profile.displayName,
		avatarUrl: profile.avatarUrl,
		verified: profile.verified,
		bio: profile.bio,
		links: profile.links,
		showsLiked: profile.showsLiked,
		email: shownEmail(account.email),
		pendingEmail: account.pendingEmail,
		accountType: account.accountType,
		mayComeOfAge: account.accountType === "teen" && ageOn(account.birthdate, now) >= ADULT_AGE_YEARS,
		isPrivate: profile.isPrivate,
		interests: profile.interests,
		createdAt: account.createdAt.toISOString(),
	};
}
