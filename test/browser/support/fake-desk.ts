import type { ServerResponse } from "node:http";
import type { CaseDetail, CaseRow } from "../../../contracts/desk.ts";
import { BOT_WEIGHTS, type DeskAccount, type SignalName } from "../../../contracts/desk-accounts.ts";
import { DECISIONS, type Evidence, type Queue } from "../../../contracts/moderation.ts";
import { json, nothing, problem } from "./contract.ts";

const ME = { id: "900", name: "Ada", email: "ada@reelay.test", roles: ["moderator", "senior", "copyright", "admin"] } as const;
export const FAKE_OPERATOR = { email: ME.email, password: "a long enough password", code: "123456" };

const MINUTE_MS = 60_000;
const at = (minutesAgo: number): string => new Date(Date.now() - minutesAgo * MINUTE_MS).toISOString();

const row = (id: string, more: Partial<CaseRow>): CaseRow => ({
	id,
	queue: "content",
	subject: { kind: "video", id: "1001", ownerId: "100", videoId: null },
	owner: { id: "100", username: "mina" },
	reason: "graphic",
	severity: 3,
	source: "machine",
	reach: 12_400,
	state: "open",
	openedAt: at(42),
	closedAt: null,
	claimedBy: null,
	claimedUntil: null,
	evidence: 3,
	notBy: null,
	...more,
});

const EVIDENCE: readonly Evidence[] = [
	{
		kind: "frames",
		frames: [
			{ atMs: 1_200, scores: { porn: 0.91, sexy: 0.06 }, pictureKey: null },
			{ atMs: 3_400, scores: { porn: 0.84, sexy: 0.11 }, pictureKey: null },
		],
	},
	{ kind: "terms", terms: [{ field: "title", term: "kill", tier: "violent", offset: 4 }] },
	{ kind: "report", reportId: "70", reason: "graphic", note: "My child saw this." },
];

const FIGURES_OF: Readonly<Record<SignalName, readonly [value: number, figure: string]>> = {
	posting: [1, "131 videos, comments and reposts in a day"],
	watching: [1, "1240 videos watched in a day"],
	engagement: [1, "0 of 1240 videos liked, kept or shared, or their people followed"],
	device: [0.5, "6 accounts on the device within the week"],
	profile: [0.75, "1 of 4: picture, bio, name, confirmed mail"],
};
const account = (id: string, username: string, more: Partial<DeskAccount> = {}): DeskAccount => ({
	id,
	username,
	displayName: username,
	verified: false,
	tier: "free",
	createdAt: at(60 * 24 * 5),
	followers: 3,
	videos: 12,
	strikes: 0,
	suspendedUntil: null,
	limitedUntil: null,
	bot: null,
	...more,
});
const scored: DeskAccount["bot"] = {
	score: 0.9,
	signals: (Object.keys(BOT_WEIGHTS) as SignalName[]).map((name) => ({
		name,
		weight: BOT_WEIGHTS[name],
		value: FIGURES_OF[name][0],
		figure: FIGURES_OF[name][1],
	})),
	state: "limited",
	scoredAt: at(30),
	judgedBy: null,
	judgedAt: null,
	note: "",
};

/** What the made-up desk holds; tests read it. */
export class FakeDesk {
	isIn = false;
	rows: CaseRow[] = [
		row("8001", { severity: 5, reason: "self_harm", source: "report" }),
		row("8002", {}),
		row("8003", {
			severity: 1,
			reason: "spam",
			reach: 0,
			subject: { kind: "comment", id: "50", ownerId: "101", videoId: "1001" },
			owner: { id: "101", username: "theo" },
			claimedBy: { id: "901", name: "Grace" },
			claimedUntil: at(-4),
		}),
		row("8004", { queue: "appeals", source: "appeal", notBy: ME.id, severity: 2 }),
	];
	accounts: DeskAccount[] = [
		account("300", "cheap_followers", { limitedUntil: at(-60 * 24 * 29), bot: scored }),
		account("100", "mina", { displayName: "Mina", followers: 812 }),
	];
	decided: { caseId: string; decision: string; reason: string; note: string }[] = [];
	released: string[] = [];
	moved: { caseId: string; queue: string }[] = [];
}

const detailOf = (found: CaseRow): CaseDetail => ({
	case: found,
	evidence: EVIDENCE.map((evidence, index) => ({ id: String(index + 1), subject: { kind: "video", id: "1001" }, evidence, at: at(40) })),
	shown: {
		words: [
			{ field: "title", text: "The kill switch of my old radio" },
			{ field: "description", text: "It took a whole weekend to find where the noise came from." },
		],
		video: { id: "1001", status: "review", visibility: "public", restriction: "none", durationMs: 6_000, manifest: null },
		picture: null,
	},
	notes: [{ id: "1", by: { id: "901", name: "Grace" }, text: "The same radio as last week.", at: at(20) }],
	history: [
		{
			id: "60",
			caseId: "7000",
			subject: found.subject,
			decision: "strike",
			reason: "spam",
			note: "Posted the same advert nine times.",
			by: { id: "901", name: "Grace" },
			until: null,
			at: at(60 * 24 * 9),
			performedAt: at(60 * 24 * 9),
			overturnedAt: null,
		},
	],
	account: { createdAt: at(60 * 24 * 300), strikes: 1, suspendedUntil: null, limitedUntil: null },
	decisions: found.notBy === ME.id ? [] : DECISIONS.filter((decision) => !decision.endsWith("_sound")),
});

interface Asked {
	readonly response: ServerResponse;
	readonly method: string;
	readonly url: URL;
	readonly body: Buffer;
	readonly desk: FakeDesk;
}

/** Answers what is the desk's. @returns whether it was */
export function answerDesk({ response, method, url, body, desk }: Asked): boolean {
	const { pathname, searchParams } = url;
	if (!pathname.startsWith("/api/v1/desk/")) return false;
	const path = pathname.slice("/api/v1/desk".length);
	const given = () => JSON.parse(body.toString() || "{}") as Record<string, string>;
	if (path === "/sign-in") {
		const { email, code } = given();
		if (email !== FAKE_OPERATOR.email || code !== FAKE_OPERATOR.code) {
			problem(
				response,
				"operator_unknown",
				"E-mail, password or code is wrong, or the code was used before. Wait for the next code and try again.",
			);
			return true;
		}
		desk.isIn = true;
		json(response, { operator: ME, expiresAt: at(-600) });
		return true;
	}
	if (!desk.isIn) {
		problem(response, "forbidden", "This is for operators. Sign in at the desk.");
		return true;
	}
	const found = desk.rows.find(({ id }) => id === /^\/cases\/(\d+)/.exec(path)?.[1]);
	if (path === "/me") json(response, { operator: ME });
	else if (path === "/sign-out") {
		desk.isIn = false;
		nothing(response);
	} else if (path === "/queues") json(response, { queues: statesOf(desk) });
	else if (path === "/cases") json(response, { cases: listed(desk, searchParams) });
	else if (path === "/cases/claim") {
		const next = desk.rows.find(({ queue, claimedBy, state }) => queue === given().queue && claimedBy === null && state === "open");
		json(response, { case: next === undefined ? null : claimed(desk, next) });
	} else if (path === "/metrics") json(response, { queues: FIGURES });
	else if (path === "/audit") json(response, { lines: searchParams.has("before") ? [] : LINES });
	else if (path === "/operators") json(response, { operators: [{ ...ME, state: "active", createdAt: at(9_000), seenAt: at(1) }] });
	else if (path === "/tokens") json(response, { tokens: [] });
	else if (path === "/bots") json(response, botsOf(desk, searchParams.get("state") ?? ""));
	else if (path.startsWith("/accounts/")) answerAccount(path, given, { response, desk });
	else if (found === undefined)
		problem(response, "case_not_found", "There is no such case in your queues. Take another: it may have been moved.");
	else answerCase(found, method, path, given, { response, desk });
	return true;
}

function answerCase(
	found: CaseRow,
	method: string,
	path: string,
	given: () => Record<string, string>,
	{ response, desk }: Pick<Asked, "response" | "desk">,
): void {
	if (path.endsWith("/claim") && method === "DELETE") {
		desk.released.push(found.id);
		nothing(response);
	} else if (path.endsWith("/claim")) {
		if (found.claimedBy !== null && found.claimedBy.id !== ME.id) problem(response, "case_taken", "Somebody else is working on this case.");
		else json(response, { case: claimed(desk, found) });
	} else if (path.endsWith("/decision")) {
		const { decision = "", reason = "", note = "" } = given();
		desk.decided.push({ caseId: found.id, decision, reason, note });
		desk.rows = desk.rows.filter(({ id }) => id !== found.id);
		json(response, { decisionId: "61", performed: true });
	} else if (path.endsWith("/queue")) {
		const { queue = "" } = given();
		desk.moved.push({ caseId: found.id, queue });
		desk.rows = desk.rows.map((row) => (row.id === found.id ? { ...row, queue: queue as CaseRow["queue"], claimedBy: null } : row));
		nothing(response);
	} else if (path.endsWith("/notes")) json(response, { noteId: "2" }, 201);
	else json(response, detailOf(found));
}

function botsOf({ accounts }: FakeDesk, state: string) {
	const of = (name: string) => accounts.filter(({ bot }) => bot?.state === name);
	return {
		accounts: of(state),
		counts: { waiting: of("waiting").length, limited: of("limited").length, person: of("person").length, bot: of("bot").length },
	};
}

function answerAccount(path: string, given: () => Record<string, unknown>, { response, desk }: Pick<Asked, "response" | "desk">): void {
	const [, , name = "", act] = path.split("/");
	const found = desk.accounts.find(({ id, username }) => id === name || username === decodeURIComponent(name).replace("@", ""));
	if (found === undefined) return void problem(response, "user_not_found", "There is no such user. The name may have a typo.");
	const body = act === undefined ? {} : given();
	const after = { ...found };
	if (act === "verified") after.verified = body.verified === true;
	if (act === "bot" && after.bot !== null) {
		const verdict = body.verdict === "bot" ? "bot" : "person";
		after.bot = { ...after.bot, state: verdict, judgedBy: { id: ME.id, name: ME.name }, judgedAt: at(0), note: String(body.note) };
		if (verdict === "person") after.limitedUntil = null;
	}
	desk.accounts = desk.accounts.map((one) => (one.id === after.id ? after : one));
	json(response, { account: after });
}

function claimed(desk: FakeDesk, found: CaseRow): CaseRow {
	const mine = { ...found, claimedBy: { id: ME.id, name: ME.name }, claimedUntil: at(-5) };
	desk.rows = desk.rows.map((one) => (one.id === found.id ? mine : one));
	return mine;
}

function statesOf({ rows }: FakeDesk) {
	return (["content", "copyright", "appeals"] satisfies Queue[]).map((queue) => {
		const own = rows.filter((one) => one.queue === queue);
		return { queue, open: own.length, claimed: 0, urgent: own.filter(({ severity }) => severity >= 4).length, oldestAt: at(42) };
	});
}

function listed({ rows }: FakeDesk, query: URLSearchParams): CaseRow[] {
	const search = query.get("search");
	if (query.get("state") === "closed") return [];
	if (search !== null) return rows.filter(({ id, owner }) => id === search || owner.username === search);
	return rows.filter(({ queue }) => queue === query.get("queue"));
}

const FIGURES = [
	{ queue: "content", backlog: 3, decided: 412, medianSeconds: 940, slowSeconds: 8_100, overturned: 6, overturnRate: 0.031 },
	{ queue: "appeals", backlog: 1, decided: 22, medianSeconds: 40_000, slowSeconds: 90_000, overturned: 0, overturnRate: null },
];
const LINES = [
	{
		seq: 2,
		at: at(1),
		by: { id: "901", name: "Grace" },
		action: "case.decide",
		target: "case:7000",
		details: '{"decision":"strike"}',
		hash: "b".repeat(64),
	},
	{ seq: 1, at: at(3), by: { id: ME.id, name: ME.name }, action: "case.open", target: "case:7000", details: "{}", hash: "a".repeat(64) },
];
