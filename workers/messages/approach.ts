import { NEW_ACCOUNT_APPROACHES, NEW_ACCOUNT_MS } from "../../contracts/limits.ts";
import { cannotWriteToYourself, theyTakeNoMessages, tooNewForGroups } from "../../contracts/problems/messages.ts";
import { youBlockedThem } from "../../contracts/problems/social.ts";
import { loadSummaries } from "../lists/people.ts";
import type { Services } from "../platform/services.ts";
import { snowflakeTime } from "../platform/snowflake.ts";
import { spendAllowance } from "../quotas/index.ts";
import { type Between, comesIn, mayAskIn } from "../rules/messages.ts";
import { mayMeet } from "../rules/people.ts";
import { relationsOf } from "../rules/relations.ts";
import { mustExistFor } from "../rules/users.ts";
import type { UserViewer } from "../rules/viewer.ts";
import type { Begins } from "./core/commands.ts";
import { isTeen, settingsOf } from "./settings.ts";

/** People come up to others they have not written with: by a first message, or by asking them into a group. */

/**
 * How a first message to somebody would come in.
 * @throws ProblemError user_not_found; not_allowed for oneself, for who is blocked and for who takes none
 */
export async function mayBegin(services: Services, viewer: UserViewer, otherId: string): Promise<Begins> {
	if (otherId === viewer.userId) throw cannotWriteToYourself();
	await mustExistFor(services, viewer, otherId);
	const { blocked } = await relationsOf(services, viewer);
	if (blocked.has(otherId)) throw youBlockedThem();
	const { between, isOtherTeen } = await standing(services, viewer, otherId);
	const { whoMayWrite } = await settingsOf(services, otherId, isOtherTeen);
	const as = comesIn(whoMayWrite, between);
	if (as === null) throw theyTakeNoMessages();
	return { withId: otherId, as };
}

async function standing(services: Services, viewer: UserViewer, otherId: string): Promise<{ between: Between; isOtherTeen: boolean }> {
	const [own, theirs, isOtherTeen] = await Promise.all([
		relationsOf(services, viewer),
		relationsOf(services, { kind: "user", userId: otherId }),
		isTeen(services, otherId),
	]);
	const between: Between = {
		isFollowed: theirs.following.has(viewer.userId),
		follows: own.following.has(otherId),
		isTeenIn: viewer.teen || isOtherTeen,
	};
	return { between, isOtherTeen };
}

const isNew = ({ clock }: Services, userId: string): boolean => clock() - snowflakeTime(userId) < NEW_ACCOUNT_MS;

/** Counts that somebody comes up to a stranger today. @throws ProblemError daily_limit */
export function spendApproach(services: Services, { userId }: UserViewer, otherId: string): Promise<void> {
	const most = isNew(services, userId) ? NEW_ACCOUNT_APPROACHES : undefined;
	return spendAllowance(services, userId, "approach", otherId, () => Promise.resolve(false), most);
}

/**
 * Those of these people that the viewer may ask into a group; strangers among them are counted against the day.
 * @throws ProblemError not_allowed for an account of today; daily_limit
 */
export async function askable(services: Services, viewer: UserViewer, userIds: readonly string[]): Promise<string[]> {
	if (isNew(services, viewer.userId)) throw tooNewForGroups();
	const people = await loadSummaries(services, userIds);
	const wanted = [...people.keys()].filter((userId) => userId !== viewer.userId);
	const judged = await Promise.all(wanted.map((userId) => judge(services, viewer, userId)));
	const allowed = judged.filter(({ isAllowed }) => isAllowed);
	for (const { userId, isStranger } of allowed) if (isStranger) await spendApproach(services, viewer, userId);
	return allowed.map(({ userId }) => userId);
}

async function judge(services: Services, viewer: UserViewer, userId: string) {
	const [relations, { between, isOtherTeen }] = await Promise.all([relationsOf(services, viewer), standing(services, viewer, userId)]);
	const { whoMayAdd } = await settingsOf(services, userId, isOtherTeen);
	return { userId, isStranger: !between.isFollowed, isAllowed: mayMeet(relations, userId) && mayAskIn(whoMayAdd, between) };
}
