import type { Services } from "../platform/services.ts";

/** What an address did in an hour is forgotten after the next. */
const KEPT_S = 2 * 3_600;

/** A number in Redis: a hash of an address and an hour, and a field in it. */
export type Field = readonly [key: string, field: string];
const nameOf = ([key, field]: Field): string => `${key} ${field}`;

/**
 * Adds one to each of these, in one round, however often a field is named.
 * @returns for each in its order, what it has reached by then, itself included; where Redis can't be asked, counted among these alone
 */
export async function addOne(services: Services, fields: readonly Field[]): Promise<number[]> {
	const sums = new Map<string, { readonly field: Field; by: number }>();
	for (const field of fields) {
		const known = sums.get(nameOf(field));
		if (known === undefined) sums.set(nameOf(field), { field, by: 1 });
		else known.by += 1;
	}
	if (sums.size === 0) return [];
	const added = [...sums.values()];
	const totals = await services.redis.soft((redis) => {
		const pipeline = redis.pipeline();
		for (const { field, by } of added) pipeline.hincrby(...field, by);
		for (const key of new Set(added.map(({ field: [key] }) => key))) pipeline.expire(key, KEPT_S);
		return pipeline.exec<number[]>();
	});
	const reached = new Map(added.map(({ field, by }, place) => [nameOf(field), Math.max(0, Number(totals?.[place] ?? by) - by)]));
	return fields.map((field) => {
		const place = (reached.get(nameOf(field)) ?? 0) + 1;
		reached.set(nameOf(field), place);
		return place;
	});
}
