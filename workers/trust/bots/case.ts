import type { BotSignal } from "../../../contracts/desk-accounts.ts";
import type { Services } from "../../platform/services.ts";
import { openCase } from "../moderation/cases.ts";

/** Opens the case of an account that behaves like a program, with what made its score; adds that to one that is open. */
export const openBotCase = (services: Services, userId: string, signals: readonly BotSignal[]): ReturnType<typeof openCase> =>
	openCase(services, {
		subject: { kind: "profile", id: userId, ownerId: userId },
		queue: "content",
		reason: "spam",
		severity: 1,
		source: "machine",
		evidence: { kind: "scores", model: "bot score", scores: Object.fromEntries(signals.map(({ name, value }) => [name, value])) },
	});
