/** Reads Postgres faults out of the errors that the driver and drizzle wrap around them. */

/** The fault's SQLSTATE, absent when the database was not reached; null when it is no fault of the database. */
function faultOf(error: unknown): { readonly code: string | undefined } | null {
	for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
		if (cause.name === "NeonDbError") {
			return { code: (cause as Error & { code?: string }).code };
		}
	}
	return null;
}

/** Classes of SQLSTATE that pass by themselves: connection, resources, operator's intervention, conflict of transactions. */
const PASSING = /^(08|53|57P|40)/;

/** A fault of the statement that follows from what was asked for: data it can't hold (class 22), a check's refusal, an index entry or row too large. */
const OF_THE_ASKER = /^(22|23514|54000)/;
/** Of class 22, what only our own arithmetic and our own patterns can do: division by zero, a bad regular expression, a bad LIMIT. */
const OF_OURS = /^22(012|01B|01W|01X|019|025)/;

/** Whether the database refused what a client asked to store or compare, as opposed to a fault of ours. */
export function isRefusedByDatabase(error: unknown): boolean {
	const code = faultOf(error)?.code ?? "";
	return OF_THE_ASKER.test(code) && !OF_OURS.test(code);
}

/** Whether the database refused what is there already, by an index that allows it once. */
export const isDuplicate = (error: unknown): boolean => faultOf(error)?.code === "23505";

/** Whether the database could not be reached or asks to try again, as opposed to a fault of ours. */
export function isDatabaseUnavailable(error: unknown): boolean {
	const fault = faultOf(error);
	return fault !== null && (fault.code === undefined || fault.code === "" || PASSING.test(fault.code));
}

/** What drizzle's error says of a statement goes on with all that was bound to it: mails, texts, keys of sessions. It is up to the end of the message. */
const BOUND = /(Failed query: [\s\S]*?)\nparams: [\s\S]*/;
/** Classes of SQLSTATE whose primary message names columns, constraints and states only; those of others may quote a value. */
const NAMES_ONLY = /^(08|23|40|42|53|55|57|58)/;

/**
 * An error (or its text) in words that hold nothing a statement was given. A message of Postgres may quote a value, so of
 * those the quotation is cut; its `detail`, which tells whole rows, is never read.
 * @param of the error that a text is of
 */
export function withoutParameters(errorOrText: unknown, of: unknown = errorOrText): string {
	const text = String(errorOrText).replace(BOUND, "$1");
	if (!(of instanceof Error) || of.name !== "NeonDbError") return text;
	const { code = "" } = of as Error & { code?: string };
	const message = NAMES_ONLY.test(code) ? text : text.replace(/"[\s\S]*"/, "“…”");
	return code === "" ? message : `${message} (SQLSTATE ${code})`;
}

/** Whether a write was refused because a value that must be unique is in use (SQLSTATE 23505). */
export const isUniqueViolation = (error: unknown): boolean => faultOf(error)?.code === "23505";
