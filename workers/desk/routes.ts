import { and, desc, eq, lt } from "drizzle-orm";
import type { Hono } from "hono";
import * as contract from "../../contracts/desk.ts";
import * as accounts from "../../contracts/desk-accounts.ts";
import { caseClosed, caseTaken, decisionUnfit, roleRequired } from "../../contracts/problems/moderation.ts";
import { accountUsers } from "../../db/schema/directory.ts";
import { auditLog, caseNotes } from "../../db/schema/moderation.ts";
import { type AppEnv, route } from "../gateway/index.ts";
import type { Services } from "../platform/services.ts";
import type { Operator } from "../rules/operator.ts";
import {
	audit,
	caseFor,
	claim,
	claimNextCase,
	isCleared,
	judgeBot,
	listOf,
	metricsOf,
	moveTo,
	queueStates,
	queuesOf,
	release,
} from "../trust/index.ts";
import { botPage, deskAccountOf, openAccount, verify } from "./accounts.ts";
import { viewCase } from "./case-view.ts";
import { decideAll, decideOne } from "./decisions.ts";
import { colleagues } from "./people.ts";
import { presentCase, presentCases } from "./present.ts";

export function deskRoutes(app: Hono<AppEnv>): void {
	route(app, contract.listQueues, async ({ services, operator }) => ({ queues: await queueStates(services, operator) }));
	route(app, contract.listCases, async ({ services, operator, query }) => {
		const { search, mine, ...wanted } = query;
		const ids = search === undefined || search === "" ? undefined : await idsNamed(services, search);
		return { cases: await presentCases(services, await listOf(services, operator, { ...wanted, ids, mine: mine === "true" })) };
	});
	route(app, contract.claimNext, async ({ services, operator, body }) => {
		const row = await claimNextCase(services, operator, body.queue);
		return { case: row === null ? null : await presentCase(services, row) };
	});
	route(app, contract.getCase, ({ services, operator, params }) => viewCase(services, operator, params.caseId));
	route(app, contract.claimCase, async ({ services, operator, params }) => ({
		case: await presentCase(services, await claim(services, operator, params.caseId)),
	}));
	route(app, contract.releaseCase, ({ services, operator, params }) => release(services, operator, params.caseId));
	route(app, contract.decideCase, ({ services, operator, params, body }) => decideOne(services, operator, params.caseId, body));
	route(app, contract.decideMany, async ({ services, operator, body }) => ({ results: await decideAll(services, operator, body) }));
	route(app, contract.noteCase, async ({ services, operator, params, body }) => {
		await caseFor(services, operator, params.caseId);
		const noteId = services.newId();
		await services.db
			.directory()
			.insert(caseNotes)
			.values({ id: noteId, caseId: params.caseId, operatorId: operator.id, text: body.text, at: new Date(services.clock()) });
		return { noteId };
	});
	route(app, contract.moveCase, async ({ services, operator, params, body }) => {
		const { queue } = body;
		const found = await caseFor(services, operator, params.caseId);
		if (found.state === "closed") throw caseClosed();
		if (found.queue === queue || found.queue === "appeals")
			throw decisionUnfit("An appeal stays where it is, and so does what is there. Choose another queue.");
		if (!queuesOf(operator).includes(queue)) throw roleRequired(queue === "content" ? "moderator" : queue);
		if (!(await moveTo(services, operator, found, queue))) throw caseTaken();
	});
	route(app, contract.deskMetrics, async ({ services, operator, query }) => ({ queues: await metricsOf(services, operator, query.days) }));
	route(app, contract.listAudit, ({ services, operator, query }) => auditPage(services, operator, query));
	accountRoutes(app);
}

function accountRoutes(app: Hono<AppEnv>): void {
	route(app, accounts.deskAccount, async ({ services, operator, params }) => ({
		account: await openAccount(services, operator, params.name),
	}));
	route(app, accounts.listBots, ({ services, query }) => botPage(services, query));
	route(app, accounts.judgeBot, async ({ services, operator, params, body }) => {
		await deskAccountOf(services, params.userId);
		await judgeBot(services, operator, params.userId, body);
		return { account: await deskAccountOf(services, params.userId) };
	});
	route(app, accounts.verifyAccount, async ({ services, operator, params, body }) => ({
		account: await verify(services, operator, params.userId, body),
	}));
}

/** The ids a search may mean: what was typed, and the account of that name. */
async function idsNamed(services: Services, search: string): Promise<string[]> {
	const username = search.replace(/^@/, "").toLowerCase();
	const [user] = await services.db
		.directory()
		.select({ id: accountUsers.id })
		.from(accountUsers)
		.where(eq(accountUsers.username, username));
	return user === undefined ? [search] : [search, user.id];
}

async function auditPage(
	services: Services,
	operator: Operator,
	{ before, target, limit }: { before?: number | undefined; target?: string | undefined; limit: number },
) {
	const rows = await services.db
		.directory()
		.select()
		.from(auditLog)
		.where(
			and(
				before === undefined ? undefined : lt(auditLog.seq, before),
				target === undefined ? undefined : eq(auditLog.target, target),
				isCleared(operator) ? undefined : eq(auditLog.isRestricted, false),
			),
		)
		.orderBy(desc(auditLog.seq))
		.limit(limit);
	await audit(services, { operatorId: operator.id, action: "audit.read", target: target ?? "audit:all" });
	const named = await colleagues(
		services,
		rows.map(({ operatorId }) => operatorId),
	);
	return {
		lines: rows.map(({ seq, at, operatorId, action, target: about, details, hash }) => ({
			seq,
			at: at.toISOString(),
			by: operatorId === null ? null : named(operatorId),
			action,
			target: about,
			details,
			hash,
		})),
	};
}
