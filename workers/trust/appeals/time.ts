import { APPEAL_DAYS } from "../../../contracts/limits.ts";

const DAY_MS = 86_400_000;

/** Until when a decision can be appealed against. */
export const appealEnd = (decidedAt: Date): Date => new Date(decidedAt.getTime() + APPEAL_DAYS * DAY_MS);
