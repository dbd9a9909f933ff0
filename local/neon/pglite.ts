import { type messages, PGlite, protocol } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { vector } from "@electric-sql/pglite-pgvector";
import {
	beginStatement,
	type Field,
	readCommandTag,
	type SqlBackend,
	SqlError,
	type Statement,
	type StatementResult,
	textField,
} from "./protocol.ts";

const { serialize } = protocol;

/** One extended-protocol round trip: parse, bind, describe, execute, sync; types are left for Postgres to infer, all values as text. */
function encode(statement: Statement): Uint8Array {
	const parts = [
		serialize.parse({ text: statement.query }),
		serialize.bind({ values: [...statement.params] }),
		serialize.describe({ type: "P" }),
		serialize.execute({}),
		serialize.sync(),
	];
	return Buffer.concat(parts);
}

function decode(replies: readonly messages.BackendMessage[]): StatementResult {
	let fields: Field[] = [];
	let tag = { command: "", rowCount: null as number | null };
	const rows: (string | null)[][] = [];
	for (const reply of replies) {
		if (reply.name === "error") throw new SqlError(reply as unknown as messages.DatabaseError);
		if (reply.name === "rowDescription") fields = (reply as messages.RowDescriptionMessage).fields.map(textField);
		if (reply.name === "dataRow") rows.push((reply as messages.DataRowMessage).fields as (string | null)[]);
		if (reply.name === "commandComplete") tag = readCommandTag((reply as messages.CommandCompleteMessage).text);
	}
	return { ...tag, fields, rows };
}

/** Postgres in this process (PGlite with pgvector and what the migrations ask for of Postgres' own extensions). `dataDir` keeps it on disk; without, it lives in memory. */
export async function pgliteBackend(options: { dataDir?: string } = {}): Promise<SqlBackend> {
	const database = await PGlite.create({
		...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
		extensions: { vector, pg_trgm, unaccent },
		relaxedDurability: true,
	});
	await database.exec("SET TIME ZONE 'UTC'; CREATE EXTENSION IF NOT EXISTS vector;");

	const execute = async (statement: Statement): Promise<StatementResult> => {
		const { messages: replies } = await database.execProtocol(encode(statement), { throwOnError: false });
		return decode(replies);
	};
	const runBatch: SqlBackend["run"] = async (statements, batch) => {
		if (!batch) return [await execute(statements[0] ?? { query: "", params: [] })];
		await execute({ query: beginStatement(batch), params: [] });
		try {
			const results: StatementResult[] = [];
			for (const statement of statements) results.push(await execute(statement));
			await execute({ query: "COMMIT", params: [] });
			return results;
		} catch (error) {
			await execute({ query: "ROLLBACK", params: [] });
			throw error;
		}
	};
	// PGlite has one session: a batch must not be interleaved with anything.
	let last: Promise<unknown> = Promise.resolve();
	return {
		run(statements, batch) {
			const turn = last.then(() => runBatch(statements, batch));
			last = turn.catch(() => undefined);
			return turn;
		},
		async close() {
			await last;
			await database.close();
		},
	};
}
