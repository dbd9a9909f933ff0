import { signal } from "@preact/signals";
import type * as letters from "../../../contracts/dead-letters.ts";
import type * as contract from "../../../contracts/experiments.ts";
import type { Health } from "../../../contracts/health.ts";
import { ApiError, problemOf, unreachableError } from "../api/problem.ts";
import { call } from "../api/request.ts";
import { me } from "../desk/deskApi.ts";

const KEY = "reelay.admin-token";

/** The operators' token: gone with the tab, and sent to nothing but `/internal`. */
export const adminToken = signal<string | null>(sessionStorage.getItem(KEY));

export function unlock(token: string): void {
	sessionStorage.setItem(KEY, token);
	adminToken.value = token;
}
export function lock(): void {
	sessionStorage.removeItem(KEY);
	adminToken.value = null;
}

/** Stands for the desk's session: a cookie that goes along by itself. */
const BY_SESSION = "";

/** Opens the page to an admin who is signed in to the desk; anybody else is asked for a token. */
export async function unlockBySession(): Promise<void> {
	const { operator } = await me();
	if (operator.roles.includes("admin")) adminToken.value ??= BY_SESSION;
}

const withToken = (token: string) => (token === BY_SESSION ? {} : { headers: { "X-Admin-Token": token } });

/** Every experiment's report, in the order of their declaration. Throws {@link ApiError}; `forbidden` when the token is no good. */
export async function experimentReports(token: string): Promise<contract.ExperimentReport[]> {
	const { experiments } = await call<typeof contract.listExperiments>("GET", "/internal/experiments", withToken(token));
	return Promise.all(
		experiments.map(({ id }) =>
			call<typeof contract.experimentReport>("GET", "/internal/experiments/:id/report", { params: { id }, ...withToken(token) }),
		),
	);
}

/** Messages nobody could do anything with, newest day first. Throws {@link ApiError}. */
export const deadLetters = (token: string, cursor?: string) =>
	call<typeof letters.listDeadLetters>("GET", "/internal/dead-letters", { query: { cursor }, ...withToken(token) });
export const retryDeadLetter = (token: string, letterId: string) =>
	call<typeof letters.retryDeadLetter>("POST", "/internal/dead-letters/:letterId/retry", { params: { letterId }, ...withToken(token) });
export const dismissDeadLetter = (token: string, letterId: string) =>
	call<typeof letters.dismissDeadLetter>("DELETE", "/internal/dead-letters/:letterId", { params: { letterId }, ...withToken(token) });

/** How the parts are. One that is down answers 503 with the same figures, and that is an answer here. */
export async function health(): Promise<Health> {
	const response = await fetch("/health", { headers: { Accept: "application/json" } }).catch(() => {
		throw unreachableError();
	});
	if (response.ok || response.status === 503) return (await response.json()) as Health;
	throw await problemOf(response);
}

export const isRefused = (error: unknown): boolean => error instanceof ApiError && error.status === 403;
