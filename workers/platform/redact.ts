import { withoutParameters } from "./database-faults.ts";

/** What the Redis client says of a refused command goes on with the command: keys, people's words, whole cards. */
const COMMAND = /, command was: [\s\S]*/;
const MAIL_ADDRESS = /[\w.+-]+@[\w-]+(\.[\w-]+)+/g;
/** A user and a password in an address. */
const CREDENTIALS = /\/\/[^\s/@]+@/g;
/** What signs an address of the S3 API. */
const SIGNED = /(X-Amz-(?:Signature|Credential|Security-Token)=)[^&\s"]+/gi;
const BEARER = /(Bearer\s+)[^\s"]+/gi;
/** A grant to read a private video (videos/delivery/grant.ts). */
const GRANT = /\bt\.\d{1,12}\.\d+\.[\w-]+/g;
/** Signatures, keys and tokens are runs of letters this long; ids are shorter, and names have other signs between their words. */
const SECRET = /[A-Za-z0-9_-]{40,}/g;

/**
 * An error (or its text) as it may stand in a log line: without what a statement or command was given, addresses, tokens and grants.
 * @param of the error that a text is of
 */
export function redacted(errorOrText: unknown, of: unknown = errorOrText): string {
	return withoutParameters(errorOrText, of)
		.replace(COMMAND, "")
		.replace(CREDENTIALS, "//…@")
		.replace(MAIL_ADDRESS, "…@…")
		.replace(SIGNED, "$1…")
		.replace(BEARER, "$1…")
		.replace(GRANT, "t.…")
		.replace(SECRET, "…");
}
