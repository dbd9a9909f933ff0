import { neon } from "@neondatabase/serverless";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBackends } from "../neon/backend.ts";
import { startNeon } from "../neon/server.ts";
import type { StandIn } from "../serve.ts";
import { ROOT } from "../supervisor/installed.mjs";
import { LOCAL_CONNECTION, migrate } from "../supervisor/migrate.ts";
import { hasOperators, inviteAdmin } from "./first.ts";
import { verifyAudit } from "./verify-audit.ts";

let backends: Awaited<ReturnType<typeof openBackends>>;
let server: StandIn;
let fetchEndpoint: string;

beforeAll(async () => {
	backends = await openBackends({ databaseUrl: undefined });
	server = await startNeon({ backend: backends.main, port: 0 });
	fetchEndpoint = `${server.url}/sql`;
	await migrate(ROOT, fetchEndpoint);
});
afterAll(async () => {
	await server.close();
	await backends.close();
});

const directory = () => ({ databaseUrl: LOCAL_CONNECTION, fetchEndpoint });
const query = (text: string) => neon(LOCAL_CONNECTION).query(text);
it("the first operator comes by a command, every role and its line in the audit log; again, they are let in anew", async () => {
	const first = await inviteAdmin(directory(), "Ada@Reelay.test", "Ada");
	const second = await inviteAdmin(directory(), "ada@reelay.test", "Ada");
	expect(second).not.toBe(first);
	expect(await query("SELECT email, roles, password FROM operators")).toEqual([
		{ email: "ada@reelay.test", roles: ["moderator", "senior", "copyright", "child_safety", "admin"], password: null },
	]);
	expect(await query("SELECT seq::int, action FROM audit_log ORDER BY seq")).toEqual([
		{ seq: 1, action: "operator.invite_by_command" },
		{ seq: 2, action: "operator.invite_by_command" },
	]);
	// Who was invited only can't sign in: the next start prints another link.
	expect(await hasOperators(directory())).toBe(false);
});

it("the audit log is verified as a whole, and what somebody did to it past the triggers is found", async () => {
	const whole = await verifyAudit(directory());
	expect(whole).toMatchObject({ faults: [], lines: 2 });
	const head = whole.head ?? "";
	expect((await verifyAudit(directory(), head)).faults).toEqual([]);
	await query("ALTER TABLE audit_log DISABLE TRIGGER USER");
	await query("UPDATE audit_log SET target = 'operator:1' WHERE seq = 1");
	expect((await verifyAudit(directory())).faults).toEqual(["Line 1 is changed."]);
	await query("DELETE FROM audit_log WHERE seq = 2");
	expect((await verifyAudit(directory(), head)).faults).toEqual(["Line 1 is changed.", expect.stringContaining("the end was cut off")]);
});
