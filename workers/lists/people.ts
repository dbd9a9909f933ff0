import { and, eq, inArray, isNull } from "drizzle-orm";
import type { UserSummary } from "../../contracts/users.ts";
import { among } from "../../db/among.ts";
import { profiles } from "../../db/schema/users.ts";
import { ISOLATE_TTL_MS } from "../platform/cache.ts";
import { changesOf } from "../platform/changes.ts";
import { readThrough } from "../platform/read-through.ts";
import type { Services } from "../platform/services.ts";

/** How long Redis keeps a profile, seconds (docs/product.md#caches). */
const REDIS_TTL_S = 4 * 3_600;

const summaries = readThrough<UserSummary>({
	name: "summaries",
	isolate: { max: 20_000, ttlMs: ISOLATE_TTL_MS, spread: true },
	shared: {
		key: (userId) => `user:${userId}`,
		ttlS: () => REDIS_TTL_S,
		encode: (summary) => summary,
		decode: (summary) => summary,
	},
	changes: (services) => changesOf(services).currentOf("profile"),
});

/** Users as others see them, by id; who is gone is left out. */
export const loadSummaries = (services: Services, userIds: Iterable<string>): Promise<Map<string, UserSummary>> =>
	summaries.getMany(services, [...userIds], (ids) => readSummaries(services, ids));

/** The same; while the database can't be asked, those that some cache has. */
export async function knownSummaries(services: Services, userIds: Iterable<string>): Promise<Map<string, UserSummary>> {
	return (await summaries.look(services, [...userIds], (ids) => readSummaries(services, ids))).values;
}

/** To be called after a change of a user's name, picture or mark is written. */
export const invalidateUser = (services: Services, userId: string): Promise<void> =>
	summaries.invalidate(services, [userId], () => changesOf(services).note([`profile:${userId}`]));

/** Those of these users whose accounts are a teen's. */
export async function teensAmong({ db }: Pick<Services, "db">, userIds: readonly string[]): Promise<ReadonlySet<string>> {
	const groups = [...db.byUser([...new Set(userIds)])];
	const rows = await Promise.all(
		groups.map(([database, ids]) =>
			database
				.select({ id: profiles.userId })
				.from(profiles)
				.where(and(among(profiles.userId, ids), eq(profiles.accountType, "teen"))),
		),
	);
	return new Set(rows.flat().map(({ id }) => id));
}

async function readSummaries(services: Services, userIds: readonly string[]): Promise<Map<string, UserSummary>> {
	const groups = [...services.db.byUser(userIds)];
	const rows = await Promise.all(
		groups.map(([database, ids]) =>
			database
				.select({
					id: profiles.userId,
					username: profiles.username,
					displayName: profiles.displayName,
					avatarUrl: profiles.avatarUrl,
					verified: profiles.verified,
				})
				.from(profiles)
				.where(and(inArray(profiles.userId, ids), isNull(profiles.deletedAt))),
		),
	);
	return new Map(rows.flat().map((summary) => [summary.id, summary]));
}

/** People by the names they go by now, as somebody's archive shows them; null for who is gone. */
export async function namesOf(
	services: Services,
	userIds: Iterable<string>,
): Promise<(id: string) => { readonly id: string; readonly username: string | null }> {
	const people = await loadSummaries(services, new Set(userIds));
	return (id) => ({ id, username: people.get(id)?.username ?? null });
}
