import type { Services } from "../../platform/services.ts";
import { ProblemError } from "../problem.ts";
import { authOf } from "./auth.ts";
import { refusalOf } from "./auth-errors.ts";
import type { SignedIn } from "./signed-in.ts";
import { countTry } from "./tries.ts";

/**
 * Begins a session by user name (with or without a leading @) or e-mail address. Wrong credentials take the same time
 * whether the account exists or not: better-auth hashes the password in either case.
 * @throws `bad_credentials`, `rate_limited`
 */
export async function login(services: Services, name: string, password: string, headers: Headers): Promise<SignedIn> {
	const given = name.trim();
	const tries = await countTry(services, given, headers);
	const auth = await authOf(services);
	try {
		const { token, user } = given.includes("@", 1)
			? await auth.api.signInEmail({ body: { email: given, password }, headers })
			: await auth.api.signInUsername({ body: { username: given.replace(/^@/, ""), password }, headers });
		await tries.forget();
		return { userId: user.id, token };
	} catch (error) {
		const refusal = refusalOf(error);
		if (refusal === null || refusal.status >= 500) {
			// Nothing was learned of the password: an outage uses up nobody's tries.
			await tries.forget();
			throw error;
		}
		throw new ProblemError("bad_credentials", "The user name or the password is wrong. Check both and try again.");
	}
}
