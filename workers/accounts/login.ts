import { accountLeaving, accountSuspended, badCredentials } from "../../contracts/problems/accounts.ts";
import { ProblemError } from "../../contracts/problems/problem-error.ts";
import { verifyPassword } from "../platform/password-hash.ts";
import type { Services } from "../platform/services.ts";
import { childAccountOf, suspensionOf } from "../trust/index.ts";
import { authOf } from "./auth.ts";
import { refusalOf } from "./auth-errors.ts";
import { contactOf } from "./contact.ts";
import { comeBack } from "./leaving/come-back.ts";
import { credentialOf } from "./password/credential.ts";
import { endSessionOf, endSessions } from "./sessions/manage.ts";
import type { SignedIn } from "./signed-in.ts";
import { countTry } from "./tries.ts";

interface Credentials {
	readonly username: string;
	readonly password: string;
	/** Takes the deletion of the account back. */
	readonly comeBack: boolean;
}

/** Begins a session for somebody whose account may have one. @throws what `signIn` does; `account_suspended`, `account_leaving` */
export async function login(services: Services, credentials: Credentials, headers: Headers): Promise<SignedIn> {
	const signedIn = await signIn(services, credentials, headers);
	await refuseSuspended(services, signedIn);
	await refuseLeaving(services, signedIn.userId, credentials.comeBack);
	return signedIn;
}

/**
 * Whose account these credentials open, without a session of it: for who is suspended, and has something to say about that.
 * @throws what `signIn` does
 */
export async function provenBy(
	services: Services,
	credentials: Pick<Credentials, "username" | "password">,
	headers: Headers,
): Promise<string> {
	const { userId, token } = await signIn(services, credentials, headers);
	await endSessionOf(services, token);
	return userId;
}

/**
 * Begins a session by user name (with or without a leading @) or e-mail address. Wrong credentials take the same time
 * whether the account exists or not: better-auth hashes the password in either case.
 * @throws `bad_credentials`, `rate_limited`
 */
async function signIn(services: Services, credentials: Pick<Credentials, "username" | "password">, headers: Headers): Promise<SignedIn> {
	const given = credentials.username.trim();
	const { password } = credentials;
	const tries = await countTry(services, given, headers);
	const auth = await authOf(services);
	try {
		const { token, user } = given.includes("@", 1)
			? await auth.api.signInEmail({ body: { email: given, password }, headers })
			: await auth.api.signInUsername({ body: { username: given.replace(/^@/, ""), password }, headers });
		await tries.forget();
		await refuseReplaced(services, user.id, password, token);
		return { userId: user.id, token };
	} catch (error) {
		if (error instanceof ProblemError) throw error;
		const refusal = refusalOf(error);
		if (refusal === null || refusal.status >= 500) {
			// Nothing was learned of the password: an outage uses up nobody's tries.
			await tries.forget();
			throw error;
		}
		throw badCredentials();
	}
}

/** A password is compared within this time and far less, milliseconds. */
const COMPARED_WITHIN_MS = 60_000;

/**
 * A password that was replaced while it was being compared opens nothing: the change ended all sessions before this one began. Asked
 * after the session is written, so that either the change sees it or this sees the change.
 */
async function refuseReplaced(services: Services, userId: string, password: string, token: string): Promise<void> {
	const credential = await credentialOf(services, userId);
	if (credential !== null && services.clock() - credential.updatedAt.getTime() > COMPARED_WITHIN_MS) return;
	if (credential !== null && (await verifyPassword(credential.hash, password))) return;
	await endSessionOf(services, token);
	throw badCredentials();
}

/**
 * A suspended account can't be used, nor brought back: its owner is told until when. The session just made ends before its token was handed
 * out; asked after it was written, as suspending ends those that are.
 */
async function refuseSuspended(services: Services, { userId, token }: SignedIn): Promise<void> {
	const suspension = await suspensionOf(services, userId);
	if (suspension === null) return;
	await endSessionOf(services, token);
	throw accountSuspended(suspension.until, suspension.reason);
}

/** Nobody is given a session of an account that is being deleted: the one just made ends before its token was handed out. */
async function refuseLeaving(services: Services, userId: string, wantsBack: boolean): Promise<void> {
	const eraseAt = (await contactOf(services, userId))?.eraseAt ?? null;
	if (eraseAt === null) return;
	// What was found to be a child's account does not come back.
	if (wantsBack && (await childAccountOf(services, userId)) === null && (await comeBack(services, userId))) return;
	await endSessions(services, userId);
	if (eraseAt.getTime() <= services.clock()) throw badCredentials();
	const day = eraseAt.toLocaleDateString("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });
	throw accountLeaving(day);
}
