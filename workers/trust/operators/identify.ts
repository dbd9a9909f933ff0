import { createHash, timingSafeEqual } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import { SESSION_IDLE_MS } from "../../../contracts/operators.ts";
import { operatorSessions, operators } from "../../../db/schema/moderation.ts";
import { OPERATOR_COOKIE, readCookie, refuseForeign } from "../../gateway/index.ts";
import type { Services } from "../../platform/services.ts";
import { LOCAL_OPERATOR, type Operator } from "../../rules/operator.ts";
import { hashOf } from "./secrets.ts";

/** Use is written down at most this often, milliseconds. */
const TOUCH_EVERY_MS = 60_000;

/** The session or token an operator came by. */
export interface Way extends Operator {
	readonly sessionId: string;
	readonly by: "session" | "token";
}

/**
 * Which operator sends this request: by a personal token in `X-Admin-Token`, else by the desk's cookie. Read from the database each time,
 * so that what is revoked ends with the next request. Outside production the embedded ADMIN_TOKEN is good, too.
 * @returns null when nobody does; never who was let go. @throws `csrf_rejected` for what another site sends by the cookie
 */
export async function readOperator(services: Services, request: Request): Promise<Operator | null> {
	const token = request.headers.get("x-admin-token");
	if (token !== null && isEmbedded(services, token)) return LOCAL_OPERATOR;
	return readWay(services, request);
}

export async function readWay(services: Services, request: Request): Promise<Way | null> {
	const token = request.headers.get("x-admin-token");
	if (token !== null) return lookUp(services, token, "token");
	const cookie = readCookie(services.config, request, OPERATOR_COOKIE);
	if (cookie === null) return null;
	refuseForeign(request, true);
	return lookUp(services, cookie, "session");
}

async function lookUp(services: Services, secret: string, by: Way["by"]): Promise<Way | null> {
	const now = services.clock();
	const directory = services.db.directory();
	const [row] = await directory
		.select({ id: operators.id, roles: operators.roles, sessionId: operatorSessions.id, seenAt: operatorSessions.seenAt })
		.from(operatorSessions)
		.innerJoin(operators, eq(operators.id, operatorSessions.operatorId))
		.where(
			and(
				eq(operatorSessions.tokenHash, hashOf(secret)),
				eq(operatorSessions.kind, by),
				gt(operatorSessions.expiresAt, new Date(now)),
				isNull(operatorSessions.revokedAt),
				isNull(operators.disabledAt),
			),
		);
	if (row === undefined) return null;
	const idleMs = now - row.seenAt.getTime();
	if (by === "session" && idleMs > SESSION_IDLE_MS) return null;
	if (idleMs > TOUCH_EVERY_MS) {
		await directory
			.update(operatorSessions)
			.set({ seenAt: new Date(now) })
			.where(eq(operatorSessions.id, row.sessionId));
	}
	return { id: row.id, roles: row.roles, sessionId: row.sessionId, by };
}

/** The token of a local product. In production there is none: a shared secret names nobody. */
function isEmbedded({ config }: Services, given: string): boolean {
	if (config.ENVIRONMENT === "production" || config.ADMIN_TOKEN === "") return false;
	// Compared in a time that tells nothing of where they differ.
	const digest = (text: string) => createHash("sha256").update(text).digest();
	return timingSafeEqual(digest(given), digest(config.ADMIN_TOKEN));
}
