import { and, eq, isNotNull, lte } from "drizzle-orm";
import { accountUsers, accountVerifications } from "../../../db/schema/directory.ts";
import { forgetSession } from "../../feed/index.ts";
import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { eraseCommentsOf, eraseGraphOf, eraseInboxOf, eraseProfile, hideProfile } from "../../social/index.ts";
import { eraseEngagementOf } from "../../videos/engagement/index.ts";
import { eraseVideosOf, hideVideosOf } from "../../videos/index.ts";
import { linksOf } from "../links.ts";
import { endSessions } from "../sessions/manage.ts";

/** What one feature keeps of a person. Idempotent; done in part, it goes on when it is called again. */
interface Step {
	readonly name: string;
	/** @returns whether nothing is left */
	readonly run: (services: Services, userId: string) => Promise<boolean>;
}

/**
 * All that is kept of a person, feature by feature: whoever keeps something new adds its step. The account itself goes when every step
 * has nothing left: while its row stands, the sweeper comes back.
 */
export const STEPS: readonly Step[] = [
	{ name: "sessions", run: async (services, userId) => (await endSessions(services, userId)) >= 0 },
	// Again, for a deletion that broke off before it had hidden everything.
	{ name: "hidden", run: hidden },
	{ name: "videos", run: eraseVideosOf },
	{ name: "engagement", run: eraseEngagementOf },
	{ name: "comments", run: eraseCommentsOf },
	{ name: "graph", run: eraseGraphOf },
	{ name: "inbox", run: eraseInboxOf },
	{ name: "feed_session", run: feedSession },
];

/** Accounts looked at in one tick of the schedule. */
const AT_ONCE = 10;

/** Goes on with the erasure of accounts whose time has come, those looked at longest ago first. @returns how many are gone */
export async function eraseDueAccounts(services: Services): Promise<number> {
	const directory = services.db.directory();
	const due = await directory
		.select({ id: accountUsers.id })
		.from(accountUsers)
		.where(lte(accountUsers.eraseAt, new Date(services.clock())))
		.orderBy(accountUsers.updatedAt)
		.limit(AT_ONCE);
	let erased = 0;
	for (const { id } of due) {
		await directory
			.update(accountUsers)
			.set({ updatedAt: new Date(services.clock()) })
			.where(eq(accountUsers.id, id));
		if (await eraseAccount(services, id)) erased += 1;
	}
	return erased;
}

/** One round of erasing an account whose time has come. A step that fails does not keep the others from running. @returns whether it is gone */
export async function eraseAccount(services: Services, userId: string): Promise<boolean> {
	if (!(await isDue(services, userId))) return false;
	const left: string[] = [];
	for (const { name, run } of STEPS) {
		try {
			if (!(await run(services, userId))) left.push(name);
		} catch (error) {
			left.push(name);
			services.log.error("erasure_step_failed", { userId, step: name, ...errorFields(error) });
		}
	}
	services.log.info("account_erasure", { userId, left });
	if (left.length > 0) return false;
	await eraseProfile(services, userId);
	await eraseRows(services, userId);
	services.log.info("account_erased", { userId });
	return true;
}

/** Who came back meanwhile stays. */
async function isDue(services: Services, userId: string): Promise<boolean> {
	const [row] = await services.db
		.directory()
		.select({ id: accountUsers.id })
		.from(accountUsers)
		.where(and(eq(accountUsers.id, userId), isNotNull(accountUsers.eraseAt), lte(accountUsers.eraseAt, new Date(services.clock()))));
	return row !== undefined;
}

async function hidden(services: Services, userId: string): Promise<boolean> {
	await Promise.all([hideProfile(services, userId), hideVideosOf(services, userId)]);
	return true;
}

/** Taste, history, limits of the day, and the name under which the archive knows the person: its lines are nobody's afterwards. */
async function feedSession(services: Services, userId: string): Promise<boolean> {
	await forgetSession(services, { kind: "user", userId, sessionId: "", teen: false });
	return true;
}

/** Sessions and credentials go with the account's row. */
async function eraseRows(services: Services, userId: string): Promise<void> {
	const directory = services.db.directory();
	await directory.batch([
		directory.delete(accountVerifications).where(linksOf(userId)),
		directory.delete(accountUsers).where(eq(accountUsers.id, userId)),
	]);
}
