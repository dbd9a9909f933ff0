import type * as desk from "../../../contracts/desk.ts";
import type * as accounts from "../../../contracts/desk-accounts.ts";
import type { BodyInput } from "../../../contracts/endpoint.ts";
import type { Queue } from "../../../contracts/moderation.ts";
import type * as operators from "../../../contracts/operators.ts";
import { call } from "../api/request.ts";

/** Calls of the desk. The session is a cookie that scripts can't read; each throws {@link ApiError}. */

export const me = () => call<typeof operators.operatorMe>("GET", "/api/v1/desk/me", {});
export const signIn = (body: BodyInput<typeof operators.signInOperator>) =>
	call<typeof operators.signInOperator>("POST", "/api/v1/desk/sign-in", { body });
export const signOut = () => call<typeof operators.signOutOperator>("POST", "/api/v1/desk/sign-out", {});
export const lookAtInvitation = (invitation: string) =>
	call<typeof operators.lookAtInvitation>("POST", "/api/v1/desk/invitation", { body: { invitation } });
export const takeUpInvitation = (body: BodyInput<typeof operators.takeUpInvitation>) =>
	call<typeof operators.takeUpInvitation>("POST", "/api/v1/desk/invitation/take-up", { body });

export const queues = () => call<typeof desk.listQueues>("GET", "/api/v1/desk/queues", {});
export const cases = (query: { queue?: Queue; state?: "open" | "closed"; mine?: "true" | "false"; search?: string }) =>
	call<typeof desk.listCases>("GET", "/api/v1/desk/cases", { query: { ...query, limit: 100 } });
export const claimNext = (queue: Queue) => call<typeof desk.claimNext>("POST", "/api/v1/desk/cases/claim", { body: { queue } });
export const getCase = (caseId: string) => call<typeof desk.getCase>("GET", "/api/v1/desk/cases/:caseId", { params: { caseId } });
export const claim = (caseId: string) => call<typeof desk.claimCase>("PUT", "/api/v1/desk/cases/:caseId/claim", { params: { caseId } });
export const release = (caseId: string) =>
	call<typeof desk.releaseCase>("DELETE", "/api/v1/desk/cases/:caseId/claim", { params: { caseId } });
export const decide = (caseId: string, body: BodyInput<typeof desk.decideCase>) =>
	call<typeof desk.decideCase>("POST", "/api/v1/desk/cases/:caseId/decision", { params: { caseId }, body });
export const decideMany = (body: BodyInput<typeof desk.decideMany>) =>
	call<typeof desk.decideMany>("POST", "/api/v1/desk/decisions", { body });
export const move = (caseId: string, queue: Exclude<Queue, "appeals">) =>
	call<typeof desk.moveCase>("PUT", "/api/v1/desk/cases/:caseId/queue", { params: { caseId }, body: { queue } });
export const note = (caseId: string, text: string) =>
	call<typeof desk.noteCase>("POST", "/api/v1/desk/cases/:caseId/notes", { params: { caseId }, body: { text } });
export const metrics = (days: number) => call<typeof desk.deskMetrics>("GET", "/api/v1/desk/metrics", { query: { days } });
export const audit = (before?: number) => call<typeof desk.listAudit>("GET", "/api/v1/desk/audit", { query: { before } });

export const bots = (state: (typeof accounts.BOT_STATES)[number]) =>
	call<typeof accounts.listBots>("GET", "/api/v1/desk/bots", { query: { state, limit: 100 } });
export const openAccount = (name: string) => call<typeof accounts.deskAccount>("GET", "/api/v1/desk/accounts/:name", { params: { name } });
export const judgeBot = (userId: string, body: BodyInput<typeof accounts.judgeBot>) =>
	call<typeof accounts.judgeBot>("PUT", "/api/v1/desk/accounts/:userId/bot", { params: { userId }, body });
export const verifyAccount = (userId: string, body: BodyInput<typeof accounts.verifyAccount>) =>
	call<typeof accounts.verifyAccount>("PUT", "/api/v1/desk/accounts/:userId/verified", { params: { userId }, body });

export const people = () => call<typeof operators.listOperators>("GET", "/api/v1/desk/operators", {});
export const invite = (body: BodyInput<typeof operators.inviteOperator>) =>
	call<typeof operators.inviteOperator>("POST", "/api/v1/desk/operators", { body });
export const changeOperator = (operatorId: string, body: BodyInput<typeof operators.changeOperator>) =>
	call<typeof operators.changeOperator>("PATCH", "/api/v1/desk/operators/:operatorId", { params: { operatorId }, body });
export const recover = (operatorId: string) =>
	call<typeof operators.recoverOperator>("POST", "/api/v1/desk/operators/:operatorId/recovery", { params: { operatorId } });
export const tokens = () => call<typeof operators.listTokens>("GET", "/api/v1/desk/tokens", {});
export const makeToken = (body: BodyInput<typeof operators.makeToken>) =>
	call<typeof operators.makeToken>("POST", "/api/v1/desk/tokens", { body });
export const revokeToken = (tokenId: string) =>
	call<typeof operators.revokeToken>("DELETE", "/api/v1/desk/tokens/:tokenId", { params: { tokenId } });
