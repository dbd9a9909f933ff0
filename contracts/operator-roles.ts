import * as z from "zod";

/** People who work here, by what each is let do. Roles add up; none is in another, so that an admin sees no child safety case by being one. */
export const ROLES = ["moderator", "senior", "copyright", "child_safety", "admin"] as const;
export const OperatorRole = z.enum(ROLES);
export type OperatorRole = z.infer<typeof OperatorRole>;
