import { and, desc, eq, isNull, max } from "drizzle-orm";
import type { OperatorRole } from "../../../contracts/operator-roles.ts";
import { type Colleague, INVITATION_LASTS_MS } from "../../../contracts/operators.ts";
import { linkExpired } from "../../../contracts/problems/accounts.ts";
import { roleRequired } from "../../../contracts/problems/moderation.ts";
import { codeWrong, notOneself, operatorInvited, operatorNotFound } from "../../../contracts/problems/operators.ts";
import { operatorSessions, operators } from "../../../db/schema/moderation.ts";
import { hashPassword } from "../../platform/password-hash.ts";
import type { Services } from "../../platform/services.ts";
import type { Operator } from "../../rules/operator.ts";
import { type AuditLine, auditStatement } from "../audit/append.ts";
import { hashOf, newSecret, seal } from "./secrets.ts";
import { periodOf, secretOfInvitation, uriOf } from "./totp.ts";

type Row = typeof operators.$inferSelect;
/** An id nobody has: who does something by the embedded token is not among the operators. */
const nameOf = ({ id }: Operator): string | null => (id === "0" ? null : id);

export async function listPeople(services: Services): Promise<Colleague[]> {
	const directory = services.db.directory();
	const [rows, seen] = await directory.batch([
		directory.select().from(operators).orderBy(desc(operators.createdAt)),
		directory
			.select({ id: operatorSessions.operatorId, at: max(operatorSessions.seenAt) })
			.from(operatorSessions)
			.groupBy(operatorSessions.operatorId),
	]);
	const seenAt = new Map(seen.map(({ id, at }) => [id, at]));
	return rows.map((row) => present(row, seenAt.get(row.id) ?? null));
}

/** Invites somebody. @returns the invitation, told once. @throws `email_taken`, `role_required` */
export async function invite(
	services: Services,
	by: Operator,
	{ email, name, roles }: { readonly email: string; readonly name: string; readonly roles: readonly OperatorRole[] },
): Promise<{ operator: Colleague; invitation: string }> {
	refuseClearing(by, [], roles);
	const [now, invitation, id] = [services.clock(), newSecret("invitation"), services.newId()];
	const directory = services.db.directory();
	const [rows] = await directory.batch([
		directory
			.insert(operators)
			.values({
				id,
				email,
				name,
				roles: [...roles],
				inviteHash: hashOf(invitation),
				inviteExpiresAt: new Date(now + INVITATION_LASTS_MS),
				invitedBy: by.id,
				createdAt: new Date(now),
			})
			.onConflictDoNothing({ target: operators.email })
			.returning(),
		directory.execute(auditStatement(now, lineOf(by, "operator.invite", id, { roles }))),
	]);
	const [row] = rows;
	if (row === undefined) throw operatorInvited();
	return { operator: present(row, null), invitation };
}

/** Changes somebody's roles, or whether they are let in: all their sessions and tokens end. @throws `operator_not_found`, `role_required`, `not_allowed` */
export async function change(
	services: Services,
	by: Operator,
	id: string,
	{ roles, disabled }: { readonly roles?: readonly OperatorRole[] | undefined; readonly disabled?: boolean | undefined },
): Promise<Colleague> {
	const known = await other(services, by, id);
	refuseClearing(by, known.roles, roles ?? known.roles);
	const now = services.clock();
	return endingSessions(services, known, lineOf(by, "operator.change", id, { roles: roles ?? known.roles, disabled: disabled ?? null }), {
		roles: roles === undefined ? known.roles : [...roles],
		disabledAt: disabled === undefined ? known.disabledAt : disabled ? new Date(now) : null,
	});
}

/** Lets somebody in anew who lost their way in. @throws `operator_not_found`, `role_required`, `not_allowed` */
export async function recover(services: Services, by: Operator, id: string): Promise<{ operator: Colleague; invitation: string }> {
	const known = await other(services, by, id);
	// Who sets up another's way in could take it.
	refuseClearing(by, [], known.roles);
	const invitation = newSecret("invitation");
	const operator = await endingSessions(services, known, lineOf(by, "operator.recover", id, {}), {
		password: null,
		totpSecret: null,
		tries: 0,
		inviteHash: hashOf(invitation),
		inviteExpiresAt: new Date(services.clock() + INVITATION_LASTS_MS),
	});
	return { operator, invitation };
}

/** Whom an invitation is for. @throws `link_expired` */
export async function lookAt(services: Services, invitation: string) {
	const row = await invited(services, invitation);
	const secret = secretOfInvitation(services.config.AUTH_SECRET, invitation);
	return { name: row.name, email: row.email, secret, uri: uriOf(secret, row.email) };
}

/** Sets password and authenticator; the invitation is used up. @throws `link_expired`, `code_wrong` */
export async function takeUp(
	services: Services,
	{ invitation, password, code }: { readonly invitation: string; readonly password: string; readonly code: string },
): Promise<void> {
	const row = await invited(services, invitation);
	const secret = secretOfInvitation(services.config.AUTH_SECRET, invitation);
	const period = periodOf(secret, code, services.clock());
	if (period === null) throw codeWrong();
	await endingSessions(
		services,
		row,
		{ operatorId: row.id, action: "operator.take_up", target: `operator:${row.id}` },
		{
			password: await hashPassword(password),
			totpSecret: await seal(services.config.AUTH_SECRET, secret),
			// The code proved the authenticator; it may still sign in.
			totpPeriod: period - 1,
			tries: 0,
			inviteHash: null,
			inviteExpiresAt: null,
		},
	);
}

async function invited(services: Services, invitation: string): Promise<Row> {
	const [row] = await services.db
		.directory()
		.select()
		.from(operators)
		.where(eq(operators.inviteHash, hashOf(invitation)));
	const isGood = row?.inviteExpiresAt != null && row.inviteExpiresAt.getTime() > services.clock() && row.disabledAt === null;
	if (!isGood) throw linkExpired();
	return row;
}

async function other(services: Services, by: Operator, id: string): Promise<Row> {
	if (by.id === id) throw notOneself();
	const [row] = await services.db.directory().select().from(operators).where(eq(operators.id, id));
	if (row === undefined) throw operatorNotFound();
	return row;
}

/** Only who is cleared for child safety clears others, or takes it from them. */
function refuseClearing(by: Operator, before: readonly OperatorRole[], after: readonly OperatorRole[]): void {
	if (before.includes("child_safety") === after.includes("child_safety") || by.roles.includes("child_safety")) return;
	throw roleRequired("child_safety");
}

async function endingSessions(services: Services, { id }: Row, line: AuditLine, values: Partial<Row>): Promise<Colleague> {
	const now = services.clock();
	const directory = services.db.directory();
	const [rows] = await directory.batch([
		directory.update(operators).set(values).where(eq(operators.id, id)).returning(),
		directory
			.update(operatorSessions)
			.set({ revokedAt: new Date(now) })
			.where(and(eq(operatorSessions.operatorId, id), isNull(operatorSessions.revokedAt))),
		directory.execute(auditStatement(now, line)),
	]);
	const [row] = rows;
	if (row === undefined) throw operatorNotFound();
	return present(row, null);
}

const lineOf = (by: Operator, action: string, id: string, details: AuditLine["details"]): AuditLine => ({
	operatorId: nameOf(by),
	action,
	target: `operator:${id}`,
	details,
});

const present = ({ id, name, email, roles, disabledAt, password, createdAt }: Row, seenAt: Date | null): Colleague => ({
	id,
	name,
	email,
	roles,
	state: disabledAt !== null ? "disabled" : password === null ? "invited" : "active",
	createdAt: createdAt.toISOString(),
	seenAt: seenAt?.toISOString() ?? null,
});
