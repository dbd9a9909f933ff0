import { computed, signal } from "@preact/signals";
import type { Account } from "../api/accounts.ts";
import * as accounts from "../api/accounts.ts";
import { ApiError } from "../api/problem.ts";

const KEY = "reelay.account";

/** The signed-in account; null for a guest. Begins with what the last visit knew, so that nothing jumps. */
export const account = signal<Account | null>(remembered());
/** Whether it is of somebody younger than eighteen, or who has not said yet that they are not. */
export const isTeens = (of: Account | null): boolean => of?.accountType === "teen";
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

const KNOWN_KEY = "reelay.known";
/** Somebody signed in on this device before. */
export const isKnownHere = (): boolean => localStorage.getItem(KNOWN_KEY) !== null;

export function setAccount(value: Account | null): void {
	account.value = value;
	if (value) localStorage.setItem(KNOWN_KEY, "1");
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

let wanted: (() => unknown) | null = null;

/**
 * True for the signed-in; else opens the sheet that says why. `reason`: "Join reelay to like videos", in the language that is shown.
 * @param act what was wanted; done once they have signed in
 */
export function requireAccount(reason: string, act: () => unknown): boolean {
	if (account.value) return true;
	wanted = act;
	askedToSignIn.value = reason;
	return false;
}
/** Does what an account was asked for. */
export function doWanted(): void {
	wanted?.();
	wanted = null;
}
/** Whoever goes elsewhere instead of signing in wants it no more. */
export function forgetWanted(): void {
	wanted = null;
}
