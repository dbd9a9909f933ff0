import { accountGone, wrongPassword } from "../../../contracts/problems/accounts.ts";
import { limitAuthentication } from "../../gateway/index.ts";
import { verifyPassword } from "../../platform/password-hash.ts";
import type { Services } from "../../platform/services.ts";
import { type Contact, contactOf } from "../contact.ts";
import { countTry } from "../tries.ts";
import { credentialOf } from "./credential.ts";

/**
 * Whether the one who asks knows the account's password: a session left open somewhere may not change who owns it. Tries count as
 * those to sign in do.
 * @returns whose account it is
 * @throws `wrong_password`, `rate_limited`
 */
export async function provePassword(services: Services, userId: string, password: string, headers: Headers): Promise<Contact> {
	await limitAuthentication(services, headers);
	const contact = await contactOf(services, userId);
	if (contact === null) throw accountGone();
	const tries = await countTry(services, contact.username, headers);
	const credential = await credentialOf(services, userId);
	if (credential === null || !(await verifyPassword(credential.hash, password))) {
		throw wrongPassword();
	}
	await tries.forget();
	return contact;
}
