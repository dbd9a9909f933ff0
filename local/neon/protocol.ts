/** Neon's "SQL over HTTP": what `neon()` of @neondatabase/serverless sends and expects, read from that driver's source. */

export interface Statement {
	readonly query: string;
	/** Text form of each parameter, as the driver's `prepareValue` makes it; null is NULL. */
	readonly params: readonly (string | null)[];
}

export interface BatchOptions {
	readonly isolation: "READ UNCOMMITTED" | "READ COMMITTED" | "REPEATABLE READ" | "SERIALIZABLE" | null;
	readonly readOnly: boolean;
	readonly deferrable: boolean;
}

export interface Field {
	readonly name: string;
	readonly tableID: number;
	readonly columnID: number;
	readonly dataTypeID: number;
	readonly dataTypeSize: number;
	readonly dataTypeModifier: number;
	readonly format: "text";
}

/** A column as Postgres describes it, its values told as text. */
export const textField = ({ name, tableID, columnID, dataTypeID, dataTypeSize, dataTypeModifier }: Omit<Field, "format">): Field => ({
	name,
	tableID,
	columnID,
	dataTypeID,
	dataTypeSize,
	dataTypeModifier,
	format: "text",
});

/** One statement's result; values are Postgres' own text output. */
export interface StatementResult {
	readonly command: string;
	readonly rowCount: number | null;
	readonly fields: readonly Field[];
	readonly rows: readonly (readonly (string | null)[])[];
}

/** A database that runs statements. More than one statement with `batch` is one transaction. */
export interface SqlBackend {
	run(statements: readonly Statement[], batch: BatchOptions | null): Promise<StatementResult[]>;
	close(): Promise<void>;
}

/** The fields of a Postgres error that Neon passes on; NeonDbError copies them by these names. */
export const ERROR_FIELDS = [
	"severity",
	"code",
	"detail",
	"hint",
	"position",
	"internalPosition",
	"internalQuery",
	"where",
	"schema",
	"table",
	"column",
	"dataType",
	"constraint",
	"file",
	"line",
	"routine",
] as const;

/** An error Postgres itself reported, to be told to the client. */
export class SqlError extends Error {
	override readonly name = "SqlError";
	readonly fields: Readonly<Partial<Record<(typeof ERROR_FIELDS)[number], string>>>;

	constructor(source: Error) {
		super(source.message);
		const found = source as Error & Partial<Record<(typeof ERROR_FIELDS)[number], string>>;
		this.fields = Object.fromEntries(ERROR_FIELDS.filter((name) => found[name] !== undefined).map((name) => [name, found[name]]));
	}
}

/** `INSERT 0 3` → INSERT, 3; `CREATE TABLE` → CREATE, null: as node-postgres reads a command tag. */
export function readCommandTag(tag: string): { command: string; rowCount: number | null } {
	const words = tag.split(" ");
	const last = words.at(-1) ?? "";
	return { command: words[0] ?? "", rowCount: /^\d+$/.test(last) ? Number(last) : null };
}

/** The statement that opens a batch's transaction. */
export function beginStatement(batch: BatchOptions): string {
	const parts = ["BEGIN"];
	if (batch.isolation) parts.push(`ISOLATION LEVEL ${batch.isolation}`);
	if (batch.readOnly) parts.push("READ ONLY");
	if (batch.deferrable) parts.push("DEFERRABLE");
	return parts.join(" ");
}

const ISOLATION_LEVELS = {
	ReadUncommitted: "READ UNCOMMITTED",
	ReadCommitted: "READ COMMITTED",
	RepeatableRead: "REPEATABLE READ",
	Serializable: "SERIALIZABLE",
} as const;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Batch options from the request's `Neon-Batch-*` headers. Throws on an isolation level Postgres doesn't have. */
export function readBatchOptions(headers: Headers): BatchOptions {
	const level = headers["neon-batch-isolation-level"];
	if (level !== undefined && !Object.hasOwn(ISOLATION_LEVELS, String(level)))
		throw new TypeError(`There is no isolation level "${String(level)}".`);
	return {
		isolation: level === undefined ? null : ISOLATION_LEVELS[level as keyof typeof ISOLATION_LEVELS],
		readOnly: headers["neon-batch-read-only"] === "true",
		deferrable: headers["neon-batch-deferrable"] === "true",
	};
}

function readStatement(value: unknown): Statement {
	if (typeof value !== "object" || value === null || !("query" in value) || typeof value.query !== "string")
		throw new TypeError("A statement needs a query text.");
	const params: unknown = "params" in value ? value.params : [];
	if (!Array.isArray(params)) throw new TypeError("params must be a list.");
	return {
		query: value.query,
		params: params.map((param: unknown) => {
			if (param === null || param === undefined) return null;
			return typeof param === "object" ? JSON.stringify(param) : String(param);
		}),
	};
}

/** Reads a request's body: one statement, or `queries` of a batch. Throws TypeError on anything else. */
export function readStatements(body: unknown): { statements: Statement[]; isBatch: boolean } {
	if (typeof body === "object" && body !== null && "queries" in body) {
		if (!Array.isArray(body.queries)) throw new TypeError("queries must be a list.");
		return { statements: body.queries.map(readStatement), isBatch: true };
	}
	return { statements: [readStatement(body)], isBatch: false };
}
