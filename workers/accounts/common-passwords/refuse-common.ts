import { fieldInvalid } from "../../../contracts/problems/gateway.ts";
import { isIn } from "./filter.ts";

let filter: Uint8Array | null = null;

/** Loaded when a password is first chosen in this isolate: 25 KB that no other request needs. */
async function commonPasswords(): Promise<Uint8Array> {
	if (filter !== null) return filter;
	const { COMMON_PASSWORDS } = await import("./common.generated.ts");
	const made = new Uint8Array(Buffer.from(COMMON_PASSWORDS, "base64"));
	filter = made;
	return made;
}

/** Of a password, what is left without the signs around it, and without the year or number at its end: guessers put those on first. */
function guessedWith(password: string): string[] {
	const bare = password.normalize("NFKC").replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
	return [password, bare, bare.replace(/\d{1,4}$/, "")];
}

/**
 * Refuses a new password that is among the commonest, which are tried first by whoever guesses (NIST SP 800-63B §3.1.1.2), also
 * with a number or signs put on, or that is the account's own name. To be asked wherever a password is chosen, and not where one is entered to sign in.
 * @param field of the body that the password is in
 * @throws `invalid_fields`
 */
export async function refuseCommonPassword(password: string, username: string | null, field = "password"): Promise<void> {
	const isName = username !== null && password.toLowerCase() === username.toLowerCase();
	const common = await commonPasswords();
	if (!isName && !guessedWith(password).some((guess) => isIn(common, guess))) return;
	const message = isName
		? "The password is the same as the user name. Take another one."
		: "This password is one of the most used ones, which are guessed first. Take one of your own: three or four words that don't belong together are easy to keep in mind.";
	throw fieldInvalid(`body.${field}`, message);
}
