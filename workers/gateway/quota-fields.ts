import type { QuotaState } from "../platform/told-quotas.ts";

/** The fields of draft-ietf-httpapi-ratelimit-headers-10: each limit a member of both lists, the one with the least left first. */
export function quotaFields(quotas: readonly QuotaState[]): [name: string, value: string][] {
	if (quotas.length === 0) return [];
	const sorted = [...quotas].sort((one, other) => one.left / one.most - other.left / other.most);
	return [
		[
			"ratelimit-policy",
			sorted.map(({ policy, most, windowSeconds }) => `"${policy}";q=${Math.floor(most)};w=${windowSeconds}`).join(", "),
		],
		["ratelimit", sorted.map(({ policy, left, resetSeconds }) => `"${policy}";r=${Math.max(0, left)};t=${resetSeconds}`).join(", ")],
	];
}
