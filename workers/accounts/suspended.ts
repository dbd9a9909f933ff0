import type { Appeal, OwnDecision } from "../../contracts/appeals.ts";
import { appealNotOpen } from "../../contracts/problems/reports.ts";
import type { Services } from "../platform/services.ts";
import { appealDecision, isForGood, ownDecision, suspensionOf } from "../trust/index.ts";
import { provenBy } from "./login.ts";

/** What an account's owner can do while it is suspended: read why, and appeal. They prove who they are by their password each time. */

interface Credentials {
	readonly username: string;
	readonly password: string;
}

interface Suspension {
	/** Null when it is for good. */
	readonly until: string | null;
	readonly decision: OwnDecision | null;
}

/** @returns null when it is not suspended, or no more. @throws `bad_credentials`, `rate_limited` */
export async function readSuspension(services: Services, credentials: Credentials, headers: Headers): Promise<Suspension | null> {
	const userId = await provenBy(services, credentials, headers);
	const suspension = await suspensionOf(services, userId);
	if (suspension === null) return null;
	const { until, decisionId } = suspension;
	const decision = decisionId === null ? null : await ownDecision(services, { userId }, decisionId);
	return { until: isForGood(until) ? null : until.toISOString(), decision };
}

/** @throws what `appealDecision` does; `bad_credentials`, `rate_limited`, `appeal_not_open` when nothing is suspended */
export async function appealSuspension(
	services: Services,
	{ text, ...credentials }: Credentials & { readonly text: string },
	headers: Headers,
): Promise<{ readonly appeal: Appeal; readonly isNew: boolean }> {
	const userId = await provenBy(services, credentials, headers);
	const decisionId = (await suspensionOf(services, userId))?.decisionId ?? null;
	if (decisionId === null) throw appealNotOpen();
	return appealDecision(services, userId, decisionId, text);
}
