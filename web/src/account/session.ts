import { computed, signal } from "@preact/signals";
import type { Account } from "../api/accounts.ts";
import * as accounts from "../api/accounts.ts";
import { ApiError } from "../api/problem.ts";

const KEY = "reelay.account";

/** The signed-in account; null for a guest. Begins with what the last visit knew, so that nothing jumps. */
export const account = signal<Account | null>(remembered());
export const isSignedIn = computed(() => account.value !== null);
/** Why an account is asked for just now; null when it is not. */
export const askedToSignIn = signal<string | null>(null);

function remembered(): Account | null {
	try {
		return JSON.parse(localStorage.getItem(KEY) ?? "null") as Account | null;
	} catch {
		return null;
	}
}

export function setAccount(value: Account | null): void {
	account.value = value;
	localStorage.setItem(KEY, JSON.stringify(value));
}

/** Asks the server who this is. A fault of the network leaves what was known. */
export async function refreshAccount(): Promise<void> {
	try {
		setAccount((await accounts.me()).user);
	} catch (error) {
		if (error instanceof ApiError && error.status === 401) setAccount(null);
	}
}

/** True for the signed-in; else opens the sheet that says why. `reason`: "to like videos". */
export function requireAccount(reason: string): boolean {
	if (account.value) return true;
	askedToSignIn.value = reason;
	return false;
}
