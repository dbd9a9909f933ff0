import { z } from "zod";

/** What has broken servers: limits of numbers, other alphabets, paths, addresses within, markup, queries, names of prototypes. */
const TEXTS = [
	"",
	" ",
	"0",
	"-1",
	"1e309",
	"9223372036854775808",
	"9".repeat(400),
	"NaN",
	"null",
	"%00",
	"\u0000",
	"\ud800",
	"\u202e",
	"../../../../etc/passwd",
	"..%2f..%2fsecret",
	"/videos/../parts",
	"file:///etc/passwd",
	"http://169.254.169.254/latest/meta-data",
	"http://[::1]:8787/",
	"javascript:alert(1)",
	"<script>alert(1)</script>",
	"a\r\nset-cookie: session=1",
	"';drop table users;--",
	"{{7*7}}",
	"__proto__",
	"constructor",
	`${"a".repeat(5_000)}!`,
	`${"#a ".repeat(2_000)}`,
	`${"@".repeat(3_000)}`,
];
const OTHERS: readonly unknown[] = [null, true, -1, 0, 0.5, 1e308, Number.MAX_SAFE_INTEGER + 1, [], {}, [[[[]]]], { $gt: "" }];

interface Schema {
	readonly type?: string;
	readonly const?: unknown;
	readonly enum?: readonly unknown[];
	readonly anyOf?: readonly Schema[];
	readonly oneOf?: readonly Schema[];
	readonly allOf?: readonly Schema[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
	readonly format?: string;
	readonly minimum?: number;
	readonly maximum?: number;
}

export interface Choices {
	/** Uniform in [0, 1). */
	readonly random: () => number;
	/** How many of the values are hostile, 0 to 1; the others are such as the schema asks for. */
	readonly hostility: number;
	/** Ids, names and tokens that exist, of whoever else there is. */
	readonly known: readonly string[];
}

export const pick = <T>(random: () => number, among: readonly [T, ...T[]] | readonly T[]): T => {
	const chosen = among[Math.floor(random() * among.length)];
	if (chosen === undefined && among.length === 0) throw new Error("nothing to choose from");
	return chosen as T;
};

/** A text to stand in an address: hostile, or one that exists. */
export const hostileText = ({ random, hostility, known }: Choices): string => pick(random, random() < hostility ? TEXTS : known);

/** A JSON text for a body of this schema, with members nobody asked for: roles, owners and prototypes. */
export function hostileBody(schema: z.ZodType, choices: Choices): string {
	const value = made(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema, choices, 0);
	const text = JSON.stringify(value) ?? "null";
	if (!text.startsWith("{") || choices.random() > 0.3) return choices.random() < 0.03 ? text.slice(0, -1) : text;
	const more =
		'"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"roles":["admin"],"accountType":"verified","userId":"1"';
	return text === "{}" ? `{${more}}` : `${text.slice(0, -1)},${more}}`;
}

function made(schema: Schema, choices: Choices, depth: number): unknown {
	const { random, hostility } = choices;
	// The outermost object stays one, so that what is in it is looked at.
	if (depth > 0 && random() < hostility) return random() < 0.7 ? pick(random, TEXTS) : pick(random, OTHERS);
	if (schema.const !== undefined) return schema.const;
	if (schema.enum !== undefined) return pick(random, schema.enum);
	const either = schema.anyOf ?? schema.oneOf;
	if (either !== undefined) return made(pick(random, either), choices, depth + 1);
	if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((part) => made(part, choices, depth)));
	if (schema.properties !== undefined) return membersOf(schema.properties, choices, depth);
	switch (schema.type) {
		case "array":
			return Array.from({ length: Math.floor(random() * 4) }, () => made(schema.items ?? {}, choices, depth + 1));
		case "boolean":
			return random() < 0.5;
		case "integer":
		case "number":
			return schema.minimum ?? schema.maximum ?? 1;
		case "object":
			return {};
		default:
			return pick(random, choices.known);
	}
}

function membersOf(properties: Readonly<Record<string, Schema>>, choices: Choices, depth: number): Record<string, unknown> {
	const kept = Object.entries(properties).filter(() => choices.random() < 0.85);
	return Object.fromEntries(kept.map(([name, schema]) => [name, made(schema, choices, depth + 1)]));
}
