import type { EventMap } from "../../platform/event-map.ts";
import { emitOrFail } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { suspensionOf } from "./perform.ts";

/** A step of `decided`: the account is shown, or hidden, as its suspension says now. Told again it changes nothing. */
export async function performOnAccount(services: Services, { subject, decision, appealOf }: EventMap["decided"]): Promise<void> {
	const userId = subject.ownerId;
	if (await suspensionOf(services, userId)) await emitOrFail(services, "suspended", { userId });
	else if (decision === "approve" && appealOf !== null) await emitOrFail(services, "readmitted", { userId });
}
