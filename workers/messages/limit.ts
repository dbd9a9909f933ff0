import { MESSAGES_A_MINUTE } from "../../contracts/limits.ts";
import { tooManyMessages } from "../../contracts/problems/limits.ts";
import type { Services } from "../platform/services.ts";
import type { UserViewer } from "../rules/viewer.ts";

/** Period of the counter in `wrangler.toml`, seconds. */
const PERIOD_S = 60;

/** Counts what everybody in a conversation is told: messages, and what is done to them or to a group. @throws ProblemError rate_limited */
export async function limitSender({ limits }: Services, { userId }: UserViewer): Promise<void> {
	const { success } = await limits.message.limit({ key: userId });
	if (!success) throw tooManyMessages(MESSAGES_A_MINUTE, PERIOD_S);
}
