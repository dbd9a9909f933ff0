import * as z from "zod";

/**
 * What the holder of the rights in a recording wants done where it is used without a licence: `block` shows the video to nobody, `mute`
 * silences the stretch, `replace` puts a licensed sound in its place, `monetise` and `track` let it be, with credit; `monetise` says that
 * what the video earns is the holder's.
 */
export const POLICIES = ["block", "mute", "replace", "monetise", "track"] as const;
export const Policy = z.enum(POLICIES);
export type Policy = z.infer<typeof Policy>;

/** `track`: of the sound library, or delivered for reference alone. `original`: an upload's own. `claimed`: an upload whose maker proved it is theirs. */
export const REFERENCE_KINDS = ["track", "original", "claimed"] as const;

/** What was done about a match. `held`: a person or the creator decides; `credited`: it may stay; `licensed`: it was allowed to use it. */
export const MATCH_ACTIONS = ["blocked", "muted", "replaced", "held", "credited", "licensed"] as const;
export const MatchAction = z.enum(MATCH_ACTIONS);
export type MatchAction = z.infer<typeof MatchAction>;

export const CLAIM_STATES = ["waiting", "accepted", "rejected", "withdrawn"] as const;
export const DISPUTE_STATES = ["waiting", "upheld", "rejected"] as const;
/** Why a match is disputed. `mine`, `licence`, `fair_use` and `public_domain` are about rights, `mistake` about what was heard. */
export const DISPUTE_GROUNDS = ["mistake", "mine", "licence", "fair_use", "public_domain"] as const;
