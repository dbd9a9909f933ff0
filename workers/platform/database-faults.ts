/** Reads Postgres faults out of the errors that the driver and drizzle wrap around them. */

interface Fault {
	/** SQLSTATE; absent when the database was not reached. */
	readonly code: string | undefined;
	readonly constraint: string | undefined;
}

function faultOf(error: unknown): Fault | null {
	for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
		if (cause.name === "NeonDbError") {
			const { code, constraint } = cause as Error & { code?: string; constraint?: string };
			return { code, constraint };
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

/** Name of the unique constraint a write ran into (SQLSTATE 23505), else null. */
export function violatedUnique(error: unknown): string | null {
	const fault = faultOf(error);
	return fault?.code === "23505" ? (fault.constraint ?? "") : null;
}
