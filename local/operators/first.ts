import { createHash, randomBytes } from "node:crypto";
import { neon, neonConfig } from "@neondatabase/serverless";
import { ROLES } from "../../contracts/operator-roles.ts";
import { INVITATION_LASTS_MS } from "../../contracts/operators.ts";

/** Where the operators are kept: the directory database. */
export interface Directory {
	readonly databaseUrl: string;
	/** Where Neon's HTTP protocol is spoken instead of the host in the connection string. */
	readonly fetchEndpoint?: string | undefined;
}

/** Ids of operators that a command made, apart from the Worker's: Snowflakes of node 1023. */
const newId = (): string => String((BigInt(Date.now() - Date.UTC(2020, 0, 1)) << 22n) | (1023n << 12n) | BigInt(randomBytes(1)[0] ?? 0));

function open({ databaseUrl, fetchEndpoint }: Directory) {
	if (fetchEndpoint !== undefined) neonConfig.fetchEndpoint = fetchEndpoint;
	return neon(databaseUrl);
}

/**
 * Invites somebody who may do everything, or lets them in anew: who has the database needs no other proof. It is in the audit log.
 * @returns what opens the desk, once, within three days: `/desk#invitation=…`
 */
export async function inviteAdmin(directory: Directory, email: string, name: string): Promise<string> {
	const sql = open(directory);
	const invitation = `i-${randomBytes(32).toString("base64url")}`;
	const hash = createHash("sha256").update(invitation).digest("base64url");
	const [now, ends, id] = [new Date(), new Date(Date.now() + INVITATION_LASTS_MS), newId()];
	await sql.transaction([
		sql.query(
			`INSERT INTO operators (id, email, name, roles, invite_hash, invite_expires_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
			ON CONFLICT (email) DO UPDATE SET roles = excluded.roles, password = null, totp_secret = null, disabled_at = null, tries = 0,
				invite_hash = excluded.invite_hash, invite_expires_at = excluded.invite_expires_at`,
			[id, email.toLowerCase(), name, [...ROLES], hash, ends.toISOString(), now.toISOString()],
		),
		sql.query("UPDATE operator_sessions SET revoked_at = $2 WHERE operator_id = (SELECT id FROM operators WHERE email = $1)", [
			email.toLowerCase(),
			now.toISOString(),
		]),
		sql.query(
			`INSERT INTO audit_log (seq, at, operator_id, action, is_restricted, target, details, previous, hash)
			SELECT 0, $2, null, 'operator.invite_by_command', false, 'operator:' || id, '{}', '', '' FROM operators WHERE email = $1`,
			[email.toLowerCase(), now.toISOString()],
		),
	]);
	return invitation;
}

/** Whether somebody can sign in to the desk. */
export async function hasOperators(directory: Directory): Promise<boolean> {
	const rows = await open(directory).query("SELECT 1 FROM operators WHERE password IS NOT NULL AND disabled_at IS NULL LIMIT 1");
	return rows.length > 0;
}
