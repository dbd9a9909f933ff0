import { and, eq, lt, notExists, type SQL } from "drizzle-orm";
import type { BodyOf } from "../../contracts/endpoint.ts";
import { MIN_AGE_YEARS } from "../../contracts/limits.ts";
import { accountNotMade, emailRegistered, underAge, usernameTaken } from "../../contracts/problems/accounts.ts";
import { fieldInvalid } from "../../contracts/problems/gateway.ts";
import { ProblemError } from "../../contracts/problems/problem-error.ts";
import type { register as endpoint } from "../../contracts/users.ts";
import { accountCredentials, accountUsers } from "../../db/schema/directory.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { formerOwnerOf } from "../rules/former-names.ts";
import { ageOn, isTeenOn } from "./age.ts";
import { authOf } from "./auth.ts";
import { refusalOf } from "./auth-errors.ts";
import { refuseCommonPassword } from "./common-passwords/refuse-common.ts";
import { isPlaceholderEmail, placeholderEmail } from "./email.ts";
import { screenProfile } from "./profile.ts";
import { isReserved } from "./reserved-names.ts";
import { limitSignUps, refuseDisposable } from "./sign-up-guard.ts";
import type { SignedIn } from "./signed-in.ts";

type Registration = BodyOf<typeof endpoint>;

/** The oldest person on record died at 122. */
const MAX_AGE_YEARS = 125;
/** An account without credentials that is older than this was broken off, and is not just being made, milliseconds. */
const BROKEN_OFF_AFTER_MS = 60_000;

const TAKEN = {
	username: usernameTaken,
	email: emailRegistered,
} as const;

/**
 * Makes an account and its first session. Names are unique without regard to case, by the table's index: of two
 * simultaneous registrations one is told `username_taken`.
 * @throws `under_age` (and stores nothing), `username_taken`, `email_taken`, `invalid_fields`, `rate_limited`
 */
export async function register(services: Services, registration: Registration, headers: Headers): Promise<SignedIn> {
	checkAge(registration.birthdate, services.clock());
	if (registration.email !== undefined && isPlaceholderEmail(registration.email)) {
		throw fieldInvalid("body.email", "Give an e-mail address you can read, or none.");
	}
	if (registration.email !== undefined) await refuseDisposable(registration.email);
	if (isReserved(registration.username)) throw fieldInvalid("body.username", "This name is kept for Reelay itself. Choose another one.");
	if ((await formerOwnerOf(services, registration.username)) !== null) throw usernameTaken();
	await refuseCommonPassword(registration.password, registration.username);
	await limitSignUps(services, headers);
	const email = (registration.email ?? placeholderEmail(services.newId())).toLowerCase();
	const body = {
		name: registration.username,
		username: registration.username,
		displayUsername: registration.username,
		email,
		password: registration.password,
		birthdate: registration.birthdate,
		accountType: isTeenOn(registration.birthdate, services.clock()) ? "teen" : "standard",
	};
	const auth = await authOf(services);
	for (let attempt = 1; ; attempt++) {
		try {
			const { token, user } = await auth.api.signUpEmail({ body, headers });
			if (token === null) throw new Error("an account was made without a session");
			// Its owner may have given the name up this very moment: it is theirs for a while all the same.
			if ((await formerOwnerOf(services, registration.username)) !== null) {
				await services.db.directory().delete(accountUsers).where(eq(accountUsers.id, user.id));
				throw usernameTaken();
			}
			screenProfile(services, user.id, { username: registration.username });
			return { userId: user.id, token };
		} catch (error) {
			if (error instanceof ProblemError) throw error;
			const refusal = refusalOf(error);
			if (refusal === null) {
				await undo(services, email);
				throw error;
			}
			const conflict = await conflictWith(services, registration.username, email);
			// The write failed below better-auth, which tells no more than that.
			if (conflict === null) throw accountNotMade(error);
			if (attempt > 1 || !(await removeBrokenOff(services, conflict))) throw TAKEN[conflict.field]();
		}
	}
}

function checkAge(birthdate: string, now: number): void {
	const age = ageOn(birthdate, now);
	if (age < 0 || age > MAX_AGE_YEARS) throw fieldInvalid("body.birthdate", "Check the birthdate: year, month, day.");
	if (age < MIN_AGE_YEARS) {
		throw underAge();
	}
}

interface Conflict {
	readonly field: "username" | "email";
	readonly match: SQL;
}

/** Which of the two unique names is in use already. */
async function conflictWith(services: Services, name: string, email: string): Promise<Conflict | null> {
	const candidates: Conflict[] = [
		{ field: "username", match: eq(accountUsers.username, name.toLowerCase()) },
		{ field: "email", match: eq(accountUsers.email, email) },
	];
	const directory = services.db.directory();
	for (const candidate of candidates) {
		const rows = await directory.select({ id: accountUsers.id }).from(accountUsers).where(candidate.match);
		if (rows.length > 0) return candidate;
	}
	return null;
}

/** Frees a name held by an account that was broken off before it got a password. */
async function removeBrokenOff(services: Services, { match }: Conflict): Promise<boolean> {
	return removeWithoutCredentials(services, and(match, lt(accountUsers.createdAt, new Date(services.clock() - BROKEN_OFF_AFTER_MS))));
}

/** Takes back the half that was written; where that fails too, `removeBrokenOff` does it at the next try. */
async function undo(services: Services, email: string): Promise<void> {
	try {
		await removeWithoutCredentials(services, eq(accountUsers.email, email));
	} catch (error) {
		services.log.warn("registration_not_undone", errorFields(error));
	}
}

async function removeWithoutCredentials(services: Services, match: SQL | undefined): Promise<boolean> {
	const directory = services.db.directory();
	const credentials = directory
		.select({ id: accountCredentials.id })
		.from(accountCredentials)
		.where(eq(accountCredentials.userId, accountUsers.id));
	const removed = await directory
		.delete(accountUsers)
		.where(and(match, notExists(credentials)))
		.returning({ id: accountUsers.id });
	if (removed.length > 0) services.log.warn("broken_off_account_removed", { userId: removed[0]?.id });
	return removed.length > 0;
}
