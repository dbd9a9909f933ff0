import { ID_DIGITS, isId } from "../../contracts/ids.ts";
import { ProblemError } from "../gateway/problem.ts";

/** A place in a list sorted by time, then by id. */
export interface Place {
	readonly at: Date;
	readonly id: string;
}

/** Milliseconds (13 digits reach the year 2286; Postgres does not read the five-digit years of more), then an id. */
const PLACE = new RegExp(`^(\\d{1,13})-(${ID_DIGITS})$`);

export const encodePlace = ({ at, id }: Place): string => `${at.getTime()}-${id}`;

/** @throws `invalid_fields` when it is not one of ours */
export function decodePlace(cursor: string): Place {
	const match = PLACE.exec(cursor);
	if (match === null) throw badCursor();
	const [, time = "", id = ""] = match;
	return { at: new Date(Number(time)), id };
}

/** An id that serves as a cursor by itself. @throws `invalid_fields` when it is not one */
export function decodeIdCursor(cursor: string): string {
	if (!isId(cursor)) throw badCursor();
	return cursor;
}

const badCursor = () => {
	const message = "This cursor is not one of ours. Begin the list again without it.";
	return new ProblemError("invalid_fields", message, { errors: [{ field: "query.cursor", message }] });
};
