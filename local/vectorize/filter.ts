import { vectorError } from "./limits.ts";

type Scalar = string | number | boolean | null;

const COMPARISONS: Readonly<Record<string, string>> = { $lt: "<", $lte: "<=", $gt: ">", $gte: ">=" };

const isScalar = (value: unknown): value is Scalar => value === null || ["string", "number", "boolean"].includes(typeof value);

/** A condition on the `metadata` column and its parameters, all text, numbered from `firstParameter`. */
export interface Condition {
	readonly sql: string;
	readonly params: readonly string[];
}

/**
 * Vectorize's metadata filter as SQL. A plain value means `$eq`; several conditions must all hold; a dot in a key goes into nested
 * metadata. Ordering compares numbers with numbers and text with text. Throws on an operator Vectorize doesn't have.
 */
export function filterToSql(filter: VectorizeVectorMetadataFilter | undefined, firstParameter: number): Condition {
	const params: string[] = [];
	const bind = (value: unknown): string => {
		params.push(JSON.stringify(value));
		return `$${firstParameter + params.length - 1}::jsonb`;
	};
	const conditions = Object.entries(filter ?? {}).flatMap(([key, wanted]) => {
		if (key === "" || key.startsWith("$")) throw vectorError("QUERY", 40026, `invalid filter key "${key}"`);
		const path = `ARRAY(SELECT jsonb_array_elements_text(${bind(key.split("."))}))`;
		const operators = isScalar(wanted) ? { $eq: wanted } : (wanted as Record<string, unknown>);
		return Object.entries(operators).map(([operator, operand]) => compare(`metadata #> ${path}`, operator, operand, bind));
	});
	return { sql: conditions.length === 0 ? "true" : conditions.join(" AND "), params };
}

function compare(value: string, operator: string, operand: unknown, bind: (value: unknown) => string): string {
	if (operator === "$in" || operator === "$nin") {
		if (!Array.isArray(operand) || !operand.every(isScalar)) throw vectorError("QUERY", 40026, `${operator} needs a list of plain values`);
		const within = `(${value}) IN (SELECT jsonb_array_elements(${bind(operand)}))`;
		return operator === "$in" ? `coalesce(${within}, false)` : `NOT coalesce(${within}, false)`;
	}
	if (!isScalar(operand)) throw vectorError("QUERY", 40026, `${operator} needs a plain value`);
	if (operator === "$eq") return `(${value}) = ${bind(operand)}`;
	if (operator === "$ne") return `(${value}) IS DISTINCT FROM ${bind(operand)}`;
	const comparison = COMPARISONS[operator];
	if (!comparison) throw vectorError("QUERY", 40026, `invalid filter operator "${operator}"`);
	if (typeof operand === "number") {
		const bound = bind(operand);
		return `CASE WHEN jsonb_typeof(${value}) = 'number' THEN (${value})::numeric ${comparison} (${bound})::numeric ELSE false END`;
	}
	if (typeof operand === "string") {
		const bound = bind(operand);
		return `CASE WHEN jsonb_typeof(${value}) = 'string' THEN ((${value}) #>> '{}') COLLATE "C" ${comparison} ((${bound}) #>> '{}') ELSE false END`;
	}
	throw vectorError("QUERY", 40026, `${operator} needs a number or a text`);
}
