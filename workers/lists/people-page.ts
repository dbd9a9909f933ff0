import type { UserSummary } from "../../contracts/users.ts";
import type { Services } from "../platform/services.ts";
import { type Place, placeCursor } from "./cursor.ts";
import { loadSummaries } from "./people.ts";
import { listPage, type PageQuery, peeking } from "./pipeline.ts";

/** Somebody in a list, and since when they are in it. */
export interface Listed {
	readonly user: UserSummary;
	readonly at: Date;
}

/**
 * A page of people, latest first. Who is gone is left out.
 * @param read ids and times from below a place, latest first
 * @param isShown who else is left out
 */
export async function peoplePage(
	services: Services,
	read: (after: Place | null, limit: number) => Promise<readonly Place[]>,
	isShown: (userId: string) => boolean,
	query: PageQuery,
): Promise<{ readonly items: Listed[]; readonly nextCursor: string | null }> {
	const skeleton = peeking(read, (place: Place) => place);
	const hydrate = (places: readonly Place[]) => {
		const ids = places.map(({ id }) => id);
		return loadSummaries(services, ids);
	};
	return listPage(
		{
			skeleton,
			hydrate,
			rule: ({ id }, summaries) => summaries.has(id) && isShown(id),
			present: (places, summaries) =>
				places.flatMap(({ id, at }): Listed[] => {
					const user = summaries.get(id);
					return user === undefined ? [] : [{ user, at }];
				}),
		},
		placeCursor,
		query,
	);
}
