import type { SearchType } from "../api/search.ts";

/** Address of what a text finds: of all kinds, or of one; or of one of its videos, played in their list. */
export function searchAddress(q: string, type: SearchType | null = null, id: string | null = null): string {
	const query = new URLSearchParams({ ...(q === "" ? {} : { q }), ...(type === null ? {} : { type }) });
	return `/search${id === null ? "" : `/${id}`}${query.size === 0 ? "" : `?${query}`}`;
}
