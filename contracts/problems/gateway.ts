import type { Problem } from "./codes.ts";
import { ProblemError } from "./problem-error.ts";

/** What any request can be refused with, whatever it asks for. */

type Faults = NonNullable<Problem["errors"]>;

export const bodyNotJson = (cause: unknown) =>
	new ProblemError("invalid_request", "The request's body is not JSON. Send an object with content-type application/json.", { cause });

export const bodyTooLarge = (maxBytes: number) =>
	new ProblemError(
		"body_too_large",
		`The request has more than ${maxBytes / 1024} KB. Send less at once; files go to the addresses of an upload.`,
	);

/**
 * One field at fault.
 * @param field where it stands, with what it stands in: `body.email`
 * @param message a sentence that says what to enter instead
 */
export const fieldInvalid = (field: string, message: string) =>
	new ProblemError("invalid_fields", message, { errors: [{ field, message }] });

/**
 * Fields that the contract refuses.
 * @param detail the first fault as a sentence that names its field
 */
export const fieldsInvalid = (detail: string, errors: Faults) => new ProblemError("invalid_fields", detail, { errors });

/** What only the database refused: the contract should have. */
export const notStorable = (cause: unknown) =>
	new ProblemError(
		"invalid_fields",
		"Something in this request is out of range or can't be stored. Check what you entered and try again.",
		{
			cause,
		},
	);

export const cursorUnknown = () => fieldInvalid("query.cursor", "This cursor is not one of ours. Begin the list again without it.");

export const fromAnotherSite = () =>
	new ProblemError("csrf_rejected", "This request came from another site and was refused. Open Reelay itself and try again.");

export const addressUnknown = () => new ProblemError("not_found", "There is nothing at this address. See /docs.");

/** A malformed id in a path names nothing that exists. */
export const nothingNamed = (errors: Faults) => new ProblemError("not_found", "There is nothing at this address.", { errors });

export const methodNotAllowed = (allowed: readonly string[]) =>
	new ProblemError("method_not_allowed", `This address takes ${allowed.join(", ")}. See /docs.`);

export const upgradeRequired = () =>
	new ProblemError("upgrade_required", "This address is for WebSockets: ask with `Upgrade: websocket`. See /docs.");

export const signInFirst = () => new ProblemError("unauthenticated", "Sign in to do this, or make an account: it takes a minute.");
export const signedOut = () => new ProblemError("unauthenticated", "You have been signed out. Sign in again.");
export const operatorsOnly = () =>
	new ProblemError("forbidden", "This is for operators. Sign in at the desk, or send your personal token in the X-Admin-Token header.");

export const databaseUnavailable = (cause: unknown) =>
	new ProblemError("unavailable", "Reelay can't be reached in full right now. Try again in a few seconds.", {
		retryAfterSeconds: 5,
		cause,
	});

export const faultOnOurSide = (cause: unknown) =>
	new ProblemError("internal", "Something went wrong on our side. Try again; if it stays, tell us the request id.", { cause });
