import type { Decision, Queue } from "../../../contracts/moderation.ts";
import type { OperatorRole } from "../../../contracts/operator-roles.ts";
import type { Operator } from "../../rules/operator.ts";

/** Whose queues are whose. Appeals against child safety decisions take both roles (`isRestricted`). */
const QUEUE_ROLES: Readonly<Record<Queue, readonly OperatorRole[]>> = {
	content: ["moderator", "senior"],
	copyright: ["copyright"],
	child_safety: ["child_safety"],
	appeals: ["senior"],
};

/** Decisions that take another role than the queue's. */
const DECISION_ROLES: Readonly<Partial<Record<Decision, readonly OperatorRole[]>>> = {
	suspend: ["senior", "child_safety"],
	child_account: ["senior", "child_safety"],
};

const hasOne = ({ roles }: Operator, wanted: readonly OperatorRole[]): boolean => wanted.some((role) => roles.includes(role));

export const isCleared = ({ roles }: Operator): boolean => roles.includes("child_safety");

/** Whether a case is this person's to see, claim and decide. */
export function maySee(operator: Operator, { queue, isRestricted }: { readonly queue: Queue; readonly isRestricted: boolean }): boolean {
	return hasOne(operator, QUEUE_ROLES[queue]) && (!isRestricted || isCleared(operator));
}

/** The queues a person works in. */
export const queuesOf = (operator: Operator): Queue[] =>
	(Object.keys(QUEUE_ROLES) as Queue[]).filter((queue) => hasOne(operator, QUEUE_ROLES[queue]));

/** The role a decision takes that this person has not; null when it is theirs to make. */
export function roleMissing(operator: Operator, decision: Decision): OperatorRole | null {
	const wanted = DECISION_ROLES[decision];
	return wanted === undefined || hasOne(operator, wanted) ? null : (wanted[0] ?? null);
}
