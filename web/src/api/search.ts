import type * as contract from "../../../contracts/search.ts";
import { call } from "./request.ts";

export type { Completions, SearchedUser, SearchPage, SearchType } from "../../../contracts/search.ts";

/** A few of every kind, or, with a type, a page of that. */
export const search = (q: string, type?: contract.SearchType, cursor?: string) =>
	call<typeof contract.search>("GET", "/api/v1/search", { query: { q, ...(type ? { type } : {}), ...(cursor ? { cursor } : {}) } });
export const completeSearch = (q: string, signal: AbortSignal) =>
	call<typeof contract.completeSearch>("GET", "/api/v1/search/complete", { query: { q }, signal });
