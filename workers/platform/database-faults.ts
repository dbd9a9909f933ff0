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

/** Whether the database could not be reached or asks to try again, as opposed to a fault of ours. */
export function isDatabaseUnavailable(error: unknown): boolean {
	const fault = faultOf(error);
	return fault !== null && (fault.code === undefined || fault.code === "" || PASSING.test(fault.code));
}
