import pg from "pg";
import { beginStatement, type SqlBackend, SqlError, type Statement, type StatementResult, textField } from "./protocol.ts";

const asText = { getTypeParser: () => (value: string) => value };

async function execute(client: pg.ClientBase, statement: Statement): Promise<StatementResult> {
	const result = await client.query<(string | null)[]>({
		text: statement.query,
		values: [...statement.params],
		rowMode: "array",
		types: asText as unknown as pg.CustomTypesConfig,
	});
	const fields = result.fields.map(textField);
	return { command: result.command, rowCount: result.rowCount, fields, rows: result.rows };
}

/** Whether Postgres itself reported it (five-character SQLSTATE), and not the network on the way to it. */
const isReported = (error: unknown): error is Error =>
	error instanceof Error && "code" in error && /^[0-9A-Z]{5}$/.test(String(error.code)) && "severity" in error;

/** A real Postgres behind a connection pool. Throws when it can't be reached. */
export async function postgresBackend(options: { connectionString: string; connections?: number }): Promise<SqlBackend> {
	const pool = new pg.Pool({
		connectionString: options.connectionString,
		max: options.connections ?? 10,
		options: "-c timezone=UTC",
	});
	// A dropped idle connection is replaced at the next query; without a listener it would end the process.
	pool.on("error", (error) => console.error(`database connection lost: ${error.message}`));
	await pool.query("SELECT 1");

	return {
		async run(statements, batch) {
			const client = await pool.connect();
			let broken: Error | undefined;
			try {
				if (!batch) return [await execute(client, statements[0] ?? { query: "", params: [] })];
				await execute(client, { query: beginStatement(batch), params: [] });
				const results: StatementResult[] = [];
				for (const statement of statements) results.push(await execute(client, statement));
				await execute(client, { query: "COMMIT", params: [] });
				return results;
			} catch (error) {
				if (!isReported(error)) {
					broken = error instanceof Error ? error : new Error(String(error));
					throw error;
				}
				if (batch) await execute(client, { query: "ROLLBACK", params: [] });
				throw new SqlError(error);
			} finally {
				client.release(broken);
			}
		},
		close: () => pool.end(),
	};
}
