import { inArray } from "drizzle-orm";
import { operators } from "../../db/schema/moderation.ts";
import { profiles } from "../../db/schema/users.ts";
import type { Services } from "../platform/services.ts";

/** Names of colleagues by id: who was let go keeps theirs. */
export async function colleagues(
	services: Services,
	ids: readonly (string | null)[],
): Promise<(id: string) => { id: string; name: string }> {
	const wanted = [...new Set(ids.filter((id) => id !== null))];
	const rows =
		wanted.length === 0
			? []
			: await services.db
					.directory()
					.select({ id: operators.id, name: operators.name })
					.from(operators)
					.where(inArray(operators.id, wanted));
	const names = new Map(rows.map(({ id, name }) => [id, name]));
	return (id) => ({ id, name: names.get(id) ?? "Local token" });
}

/** User names by id, hidden and leaving accounts too. */
export async function usernames(services: Services, ids: readonly string[]): Promise<Map<string, string>> {
	const groups = [...services.db.byUser([...new Set(ids)])];
	const rows = await Promise.all(
		groups.map(([database, some]) =>
			database.select({ id: profiles.userId, username: profiles.username }).from(profiles).where(inArray(profiles.userId, some)),
		),
	);
	return new Map(rows.flat().map(({ id, username }) => [id, username]));
}
