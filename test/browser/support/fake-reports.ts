import type { ServerResponse } from "node:http";
import type { Appeal, OwnDecision, Standing } from "../../../contracts/appeals.ts";
import type { Report } from "../../../contracts/reports.ts";
import type { Account } from "../../../contracts/users.ts";
import { json, problem } from "./contract.ts";

const DAY_MS = 86_400_000;
const at = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();

/** A comment that was removed two days ago. */
export const fakeDecision = (id: string, values: Partial<OwnDecision> = {}): OwnDecision => ({
	id,
	kind: "comment",
	videoId: "1001",
	label: "A rude word",
	decision: "remove",
	reason: "harassment",
	at: at(-2),
	until: null,
	state: "in_force",
	statement: {
		facts: "A comment posted on 2026-11-28. It was reported to us.",
		ground: "Community rules, “Bullying or harassment” (version 2026-11)",
		explanation: "It insults somebody.",
		note: "It insults somebody.",
		automatedDetection: false,
		automatedDecision: false,
		source: "report",
		scope: "everywhere",
		puid: "4b1f6c1e-93d4-8c61-9f5a-2f0f6d0f7a11",
	},
	appeal: null,
	appealUntil: at(180),
	...values,
});

export const fakeReport = (id: string, values: Partial<Report> = {}): Report => ({
	id,
	kind: "video",
	videoId: "1001",
	label: "A dull clip",
	reason: "spam",
	note: "",
	state: "received",
	createdAt: at(-1),
	decidedAt: null,
	appeal: null,
	appealUntil: null,
	...values,
});

/** Reports, decisions and appeals in the made-up API; tests read and set it. */
export class FakeReports {
	/** What was reported, as it was sent. */
	sent: Record<string, unknown>[] = [];
	reports: Report[] = [];
	decisions: OwnDecision[] = [];
	standing: Standing = { state: "good", suspendedUntil: null, limitedUntil: null, strikes: [] };
	/** Appeals, by what they are against. */
	appeals = new Map<string, string>();
	/** What keeps the account from signing in. */
	suspension: { until: string | null; decision: OwnDecision } | null = null;
}

interface Asked {
	readonly response: ServerResponse;
	readonly url: URL;
	readonly method: string;
	readonly body: () => Record<string, unknown>;
	readonly state: { readonly account: Account | null; readonly reports: FakeReports };
}

/** @returns whether the request was one of these */
export function answerReports({ response, url, method, body, state }: Asked): boolean {
	const { pathname, searchParams } = url;
	const held = state.reports;
	const answer = (value: unknown, status = 200): true => {
		json(response, value, status);
		return true;
	};
	if (pathname === "/api/v1/reports" && method === "POST") {
		held.sent.push(body());
		return answer({ reportId: String(900 + held.sent.length) }, 201);
	}
	if (pathname === "/api/v1/auth/suspension") return answer({ suspension: held.suspension });
	if (pathname === "/api/v1/auth/suspension/appeal") {
		return answer({ appeal: held.suspension ? appealTo(held, held.suspension.decision.id, body()) : null }, 201);
	}
	const isOurs = /^\/api\/v1\/(reports|users\/me\/(standing|decisions)|(reports|decisions)\/\d+\/appeal)$/.test(pathname);
	if (!isOurs) return false;
	if (state.account === null) {
		problem(response, "unauthenticated", "Sign in first.");
		return true;
	}
	if (pathname === "/api/v1/reports") return answer({ reports: held.reports, nextCursor: null });
	if (pathname.endsWith("/standing")) return answer(held.standing);
	if (pathname.endsWith("/decisions")) {
		const of = searchParams.get("videoId");
		return answer({ decisions: held.decisions.filter(({ videoId }) => of === null || videoId === of), nextCursor: null });
	}
	return answer({ appeal: appealTo(held, pathname.split("/")[4] ?? "", body()) }, 201);
}

function appealTo(held: FakeReports, id: string, { text }: Record<string, unknown>): Appeal {
	held.appeals.set(id, String(text));
	return { id: "77", state: "waiting", text: String(text), createdAt: at(0), decidedAt: null, outcome: null };
}
