import { randomBytes } from "node:crypto";
import { openDatabases } from "../../db/client.ts";
import { accountSessions, accountUsers } from "../../db/schema/directory.ts";
import { profiles } from "../../db/schema/users.ts";
import { signToken } from "../../workers/gateway/signed-token.ts";
import { snowflakes } from "../../workers/platform/snowflake.ts";
import { AUTH_SECRET, type BenchStack } from "./miniflare.ts";

const MONTH_MS = 30 * 86_400_000;

/** Somebody with an account of a month ago, signed in. */
export interface Person {
	readonly id: string;
	readonly headers: Readonly<Record<string, string>>;
}

/** Writes accounts straight to the database. */
export async function seedPeople({ databaseEndpoint }: Pick<BenchStack, "databaseEndpoint">, count: number): Promise<Person[]> {
	const databases = openDatabases({ default: "postgresql://reelay:local@database.local/reelay" }, databaseEndpoint);
	const newId = snowflakes(() => Date.now() - MONTH_MS);
	const people = Array.from({ length: count }, () => ({ id: newId(), token: randomBytes(24).toString("hex") }));
	const directory = databases.directory();
	await directory.insert(accountUsers).values(
		people.map(({ id }) => ({
			id,
			name: `person${id}`,
			username: `person${id}`,
			displayUsername: `person${id}`,
			email: `${id}@people.test`,
			birthdate: "1990-05-17",
			accountType: "standard" as const,
		})),
	);
	await directory
		.insert(accountSessions)
		.values(people.map(({ id, token }) => ({ id: newId(), userId: id, token, expiresAt: new Date(Date.now() + MONTH_MS) })));
	await directory.insert(profiles).values(people.map(({ id }) => ({ userId: id, username: `person${id}`, displayName: `Person ${id}` })));
	return people.map(({ id, token }, at) => ({
		id,
		headers: {
			authorization: `Bearer ${signToken(AUTH_SECRET, "session", token)}`,
			"content-type": "application/json",
			"cf-connecting-ip": `10.9.${at >> 8}.${at & 255}`,
		},
	}));
}
