/** Bytes from `offset`, `length` of them. */
export interface ByteRange {
	readonly offset: number;
	readonly length: number;
}

/**
 * Reads a `Range` header against an object's size (RFC 9110 §14). Several ranges, and what can't be parsed, are ignored, as
 * the RFC allows: the whole object is then the answer.
 * @returns null for the whole object
 */
export function parseRange(header: string | null, size: number): ByteRange | "unsatisfiable" | null {
	const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? "");
	if (match === null) return null;
	const [, first = "", last = ""] = match;
	if (first === "" && last === "") return null;
	if (first === "") {
		const length = Math.min(Number(last), size);
		return length === 0 ? "unsatisfiable" : { offset: size - length, length };
	}
	const offset = Number(first);
	const end = last === "" ? size - 1 : Math.min(Number(last), size - 1);
	if (last !== "" && Number(last) < offset) return null;
	return offset >= size ? "unsatisfiable" : { offset, length: end - offset + 1 };
}
