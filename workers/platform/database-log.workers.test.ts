import { sql } from "drizzle-orm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { accountUsers } from "../../db/schema/directory.ts";
import { comments } from "../../db/schema/videos.ts";
import { services } from "../gateway/testing/api.ts";
import { createLog, errorFields } from "./log.ts";

const MAIL = `jane.doe.secret.${crypto.randomUUID()}@example.org`;
const TEXT = "what jane wrote to nobody";
const KEY = "session-key-4711-secret";

/** Statements that Postgres refuses, each in another way, with somebody's words bound to them. */
async function faults(): Promise<{ readonly name: string; readonly error: Error }[]> {
	const directory = services.db.directory();
	const database = services.db.video("1");
	const account = () =>
		directory
			.insert(accountUsers)
			.values({ id: services.newId(), name: TEXT, email: MAIL, birthdate: "1990-01-01", accountType: "standard" });
	await account();
	const refused = {
		"a unique index": account,
		"not null": () =>
			directory.execute(sql`insert into account_users (id, name, email) values (${services.newId()}, ${TEXT}, ${`2${MAIL}`})`),
		"not a number": () => database.execute(sql`select * from comments where id = ${TEXT}`),
		"out of range": () => database.execute(sql`select * from comments where video_id = ${"9999999999999999999"} and text = ${MAIL}`),
		"not a UUID": () => database.insert(comments).values({ id: "1", videoId: "1", userId: "1", text: MAIL, clientId: KEY }),
		"not a date": () => directory.execute(sql`select ${`${TEXT} ${MAIL}`}::timestamptz`),
		"not JSON": () => directory.execute(sql`select ${`{"mail": "${MAIL}"`}::jsonb`),
		"no such column": () => directory.execute(sql`select nothing from account_users where email = ${MAIL} or id = ${KEY}`),
	};
	return Promise.all(
		Object.entries(refused).map(async ([name, run]) => {
			const error = await Promise.resolve(run()).then(
				() => null,
				(thrown: unknown) => thrown,
			);
			if (!(error instanceof Error)) throw new Error(`${name} was not refused`);
			return { name, error };
		}),
	);
}

afterEach(() => vi.restoreAllMocks());

describe("what the log tells of a database's fault", () => {
	it("is which statement and why, and nothing of what was bound to it, however it is logged", async () => {
		const lines: string[] = [];
		for (const level of ["log", "warn", "error"] as const)
			vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line));
		const log = createLog();
		for (const { name, error } of await faults()) {
			expect(`${error.message} ${String(error.cause)} ${JSON.stringify(error.cause)}`).toMatch(/jane|9999999999999999999|session-key/);
			lines.length = 0;
			log.error("request_failed", errorFields(error));
			log.error("request_failed", errorFields(new Error("it failed", { cause: error })));
			log.error("request_failed", { error: String(error), stack: error.stack });
			log.error("request_failed", { error });
			log.with({ requestId: error.message }).warn("refused_by_database");
			const logged = lines.join("\n");
			expect(lines, name).toHaveLength(5);
			for (const secret of [MAIL, TEXT, KEY, "jane", "9999999999999999999"]) expect(logged, name).not.toContain(secret);
			expect(logged, name).toContain("Failed query");
			expect(lines[0], name).toMatch(/SQLSTATE \w{5}/);
		}
	});
});
