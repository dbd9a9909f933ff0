import type { OperatorRole } from "../../contracts/operator-roles.ts";

/** A person who works here, once it is known who they are. */
export interface Operator {
	readonly id: string;
	readonly roles: readonly OperatorRole[];
}

/** Whom the embedded token of a local product stands for. Nobody is cleared for child safety by it. */
export const LOCAL_OPERATOR: Operator = { id: "0", roles: ["admin", "moderator", "senior", "copyright"] };
