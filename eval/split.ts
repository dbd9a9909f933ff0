import { fnv1a } from "../contracts/fnv1a.ts";
import type { Past } from "./baselines/model.ts";
import type { Catalogue, Exposure } from "./log.ts";
import { byUser } from "./log.ts";

/** A viewer of the warm test: what they met before, and the new long views of the test period. */
export interface WarmCase {
	readonly user: string;
	readonly past: readonly Exposure[];
	readonly masked: ReadonlySet<number>;
	readonly targets: ReadonlySet<number>;
}

/** A viewer unknown to every model, their events oldest first. */
export interface ColdUser {
	readonly user: string;
	readonly events: readonly Exposure[];
}

export interface Split {
	readonly catalogue: Catalogue;
	/** What models learn from; none of it is of a cold user. Time order. */
	readonly train: readonly Exposure[];
	/** The test period's exposures of the others, time order. */
	readonly test: readonly Exposure[];
	readonly cold: readonly ColdUser[];
}

/** A stable fifth of the users, by hash of the id. */
export function isHeldOut(user: string): boolean {
	return (fnv1a(user) >>> 8) % 5 === 0;
}

/** Cold users are those of `cold`, or, without it, a hashed fifth of the users; either way none of theirs is in training or test. */
export function split(
	catalogue: Catalogue,
	train: readonly Exposure[],
	test: readonly Exposure[],
	cold: readonly Exposure[] | null,
): Split {
	const inTime = (a: Exposure, b: Exposure) => a.at - b.at;
	const named = cold === null ? null : new Set(cold.map((one) => one.user));
	const isCold = (one: Exposure): boolean => (named === null ? isHeldOut(one.user) : named.has(one.user));
	return {
		catalogue,
		train: train.filter((one) => !isCold(one)).sort(inTime),
		test: test.filter((one) => !isCold(one)),
		cold: toColdUsers(cold ?? [...train, ...test].filter(isCold)),
	};
}

function toColdUsers(exposures: readonly Exposure[]): ColdUser[] {
	return [...byUser([...exposures].sort((a, b) => a.at - b.at))].map(([user, events]) => ({ user, events }));
}

/** Viewers with a past and at least one long view, in the test period, of a video they had not met. */
export function warmCases(of: Split): WarmCase[] {
	const pasts = byUser(of.train);
	return [...byUser(of.test)].flatMap(([user, events]): WarmCase[] => {
		const past = pasts.get(user);
		if (past === undefined) return [];
		const masked = new Set(past.map((one) => one.item));
		const targets = new Set(events.filter((one) => one.longView && !masked.has(one.item)).map((one) => one.item));
		return targets.size === 0 ? [] : [{ user, past, masked, targets }];
	});
}

export const toPast = (exposures: readonly Exposure[]): Past => ({
	items: exposures.map((one) => one.item),
	long: exposures.map((one) => one.longView),
});
