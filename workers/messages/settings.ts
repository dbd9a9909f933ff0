import { eq } from "drizzle-orm";
import type * as contract from "../../contracts/conversations.ts";
import type { AnswerOf, BodyOf } from "../../contracts/endpoint.ts";
import { teensChoose } from "../../contracts/problems/messages.ts";
import { accountUsers } from "../../db/schema/directory.ts";
import { messageSettings } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";
import { circleFromStart, mayChoose } from "../rules/messages.ts";
import type { UserViewer } from "../rules/viewer.ts";

type Settings = AnswerOf<typeof contract.messageSettings>;

/** Who may write to a person and ask them into groups. What was chosen before a rule forbade it is what an account begins with. */
export async function settingsOf(services: Services, userId: string, isTeen: boolean): Promise<Settings> {
	const [row] = await services.db.user(userId).select().from(messageSettings).where(eq(messageSettings.userId, userId));
	const allowed = (circle: Settings["whoMayWrite"] | null | undefined): Settings["whoMayWrite"] =>
		circle != null && mayChoose(circle, isTeen) ? circle : circleFromStart(isTeen);
	return { whoMayWrite: allowed(row?.whoMayWrite), whoMayAdd: allowed(row?.whoMayAdd) };
}

/** @throws ProblemError not_allowed for what a teen may not choose */
export async function changeSettings(
	services: Services,
	{ userId, teen }: UserViewer,
	change: BodyOf<typeof contract.changeMessageSettings>,
): Promise<Settings> {
	const { whoMayWrite, whoMayAdd } = change;
	for (const circle of [whoMayWrite, whoMayAdd]) if (circle !== undefined && !mayChoose(circle, teen)) throw teensChoose();
	const set = { ...(whoMayWrite === undefined ? {} : { whoMayWrite }), ...(whoMayAdd === undefined ? {} : { whoMayAdd }) };
	if (Object.keys(set).length > 0) {
		await services.db
			.user(userId)
			.insert(messageSettings)
			.values({ userId, ...set })
			.onConflictDoUpdate({ target: messageSettings.userId, set });
	}
	return settingsOf(services, userId, teen);
}

/** Whether an account is a teen's; true for one that is not there, so that nothing is allowed by mistake. */
export async function isTeen({ db }: Services, userId: string): Promise<boolean> {
	const [row] = await db
		.directory()
		.select({ accountType: accountUsers.accountType })
		.from(accountUsers)
		.where(eq(accountUsers.id, userId));
	return row?.accountType !== "standard";
}
