import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { PersonalToken } from "../../../contracts/operators.ts";
import { operatorSessions } from "../../../db/schema/moderation.ts";
import type { Services } from "../../platform/services.ts";
import { auditStatement } from "../audit/append.ts";
import { hashOf, newSecret } from "./secrets.ts";

/** Personal tokens for the operators' API: each does what its owner may do, until it ends. */

const DAY_MS = 86_400_000;

export async function listTokensOf(services: Services, operatorId: string): Promise<PersonalToken[]> {
	const rows = await services.db
		.directory()
		.select()
		.from(operatorSessions)
		.where(
			and(
				eq(operatorSessions.operatorId, operatorId),
				eq(operatorSessions.kind, "token"),
				isNull(operatorSessions.revokedAt),
				gt(operatorSessions.expiresAt, new Date(services.clock())),
			),
		)
		.orderBy(desc(operatorSessions.createdAt));
	return rows.map(present);
}

export async function makeTokenOf(
	services: Services,
	operatorId: string,
	{ label, days }: { readonly label: string; readonly days: number },
): Promise<{ token: string; made: PersonalToken }> {
	const [now, token, id] = [services.clock(), newSecret("token"), services.newId()];
	const at = new Date(now);
	const row = {
		id,
		operatorId,
		kind: "token",
		label,
		tokenHash: hashOf(token),
		createdAt: at,
		seenAt: at,
		expiresAt: new Date(now + days * DAY_MS),
	} as const;
	const directory = services.db.directory();
	await directory.batch([
		directory.insert(operatorSessions).values(row),
		directory.execute(auditStatement(now, { operatorId, action: "token.make", target: `token:${id}`, details: { days } })),
	]);
	return { token, made: present(row) };
}

/** Ends a session or token, of this operator alone. */
export async function endWay(services: Services, operatorId: string, id: string): Promise<void> {
	const now = services.clock();
	const directory = services.db.directory();
	await directory.batch([
		directory
			.update(operatorSessions)
			.set({ revokedAt: new Date(now) })
			.where(and(eq(operatorSessions.id, id), eq(operatorSessions.operatorId, operatorId), isNull(operatorSessions.revokedAt))),
		directory.execute(auditStatement(now, { operatorId, action: "session.end", target: `session:${id}` })),
	]);
}

const present = (
	row: Pick<typeof operatorSessions.$inferSelect, "id" | "label" | "createdAt" | "seenAt" | "expiresAt">,
): PersonalToken => ({
	id: row.id,
	label: row.label,
	createdAt: row.createdAt.toISOString(),
	seenAt: row.seenAt.toISOString(),
	expiresAt: row.expiresAt.toISOString(),
});
