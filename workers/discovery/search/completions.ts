import type { Completions } from "../../../contracts/search.ts";
import { loadSummaries } from "../../lists/people.ts";
import type { Services } from "../../platform/services.ts";
import { mayMeet } from "../../rules/people.ts";
import { relationsOf } from "../../rules/relations.ts";
import type { Viewer } from "../../rules/viewer.ts";
import { completeQuery } from "./query/complete.ts";
import { findPeople } from "./query/people.ts";

const PEOPLE = 3;
/** People are looked for from so many letters on: of one, half of all have it. */
const PEOPLE_FROM = 2;

/** What a text may become while it is typed. */
export async function complete(services: Services, viewer: Viewer, q: string): Promise<Completions> {
	const relations = await relationsOf(services, viewer);
	const [queries, matches] = await Promise.all([
		q.startsWith("@") ? [] : completeQuery(services.db.everyVideoShard(), q),
		q.replace(/^@/, "").length < PEOPLE_FROM || q.startsWith("#") ? [] : findPeople(services, q, relations.following),
	]);
	const likely = matches.filter(({ userId }) => mayMeet(relations, userId)).slice(0, PEOPLE);
	const summaries = await loadSummaries(
		services,
		likely.map(({ userId }) => userId),
	);
	const isTag = q.startsWith("#");
	return {
		queries: isTag ? [] : queries,
		users: likely.flatMap(({ userId }) => summaries.get(userId) ?? []),
		hashtags: isTag ? queries.map((query) => query.replace(/^#+/, "")) : [],
	};
}
