import type { ComponentChildren } from "preact";

const MARK = "\u0001";

/**
 * A sentence with links or other elements at its names, wherever its language puts them.
 * @param message that names what is put in
 * @param parts what stands for each name; strings and numbers are written as in any message
 */
export function weave<Name extends string>(
	message: (given: Readonly<Record<Name, string | number>>) => string,
	parts: Readonly<Record<Name, ComponentChildren>>,
): ComponentChildren[] {
	const entries = Object.entries<ComponentChildren>(parts);
	const isText = (part: ComponentChildren) => typeof part === "string" || typeof part === "number";
	const given = Object.fromEntries(entries.map(([name, part]) => [name, isText(part) ? part : `${MARK}${name}${MARK}`]));
	const pieces = message(given as Record<Name, string | number>).split(MARK);
	// Between two marks stands a name.
	return pieces.map((piece, at) => (at % 2 ? parts[piece as Name] : piece));
}
