import type { Services } from "../../platform/services.ts";
import { type InboxRpc, inboxOf } from "./protocol.ts";

const ATTEMPTS = 3;
/** Wait before the second attempt, milliseconds; doubled for the next. */
const FIRST_DELAY_MS = 50;

/** Calls a user's inbox, again when it fails. @throws what its last failure was */
export async function deliver(
	services: Services,
	userId: string,
	call: (inbox: DurableObjectStub<InboxRpc>) => Promise<unknown>,
): Promise<void> {
	for (let attempt = 1; ; attempt++) {
		try {
			// A stub whose object failed stays broken, so each attempt takes a new one.
			await call(inboxOf(services, userId));
			return;
		} catch (error) {
			if (attempt === ATTEMPTS) throw error;
			await new Promise((resolve) => setTimeout(resolve, FIRST_DELAY_MS * 2 ** (attempt - 1)));
		}
	}
}
