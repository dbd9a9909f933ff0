import { EXPORT_LINK_MS } from "../../contracts/exports.ts";
import { openToken, signToken } from "../gateway/index.ts";
import type { Services } from "../platform/services.ts";

/** What a link opens. */
interface Linked {
	readonly userId: string;
	readonly id: string;
	/** Milliseconds since 1970. */
	readonly endsAt: number;
}

/** A link to an archive: whoever has it downloads, for an hour. */
export function linkTo({ config, clock }: Pick<Services, "config" | "clock">, userId: string, id: string): string {
	return `/downloads/${signToken(config.AUTH_SECRET, "export", `${userId}_${id}_${clock() + EXPORT_LINK_MS}`)}`;
}

/** What the token of a link says; null for one that we did not sign. Whether its time is over is for the caller to see. */
export function readLink({ config }: Pick<Services, "config">, token: string): Linked | null {
	const [userId, id, endsAt] = openToken(config.AUTH_SECRET, "export", token)?.split("_") ?? [];
	if (userId === undefined || id === undefined || endsAt === undefined) return null;
	return { userId, id, endsAt: Number(endsAt) };
}
