import { DatabaseSync } from "node:sqlite";

/** An object's SQLite outside of the runtime. */
export function openSqlite(): Pick<SqlStorage, "exec"> {
	const database = new DatabaseSync(":memory:");
	const exec = (query: string, ...bindings: (string | number | null)[]) => {
		const rows = database.prepare(query).all(...bindings);
		return { toArray: () => rows, one: () => rows[0], rowsWritten: rows.length };
	};
	return { exec } as unknown as Pick<SqlStorage, "exec">;
}
