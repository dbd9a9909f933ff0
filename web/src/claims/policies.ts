import type { Policy } from "../../../contracts/copyright-policy.ts";
import * as claimsWords from "./claims.words.ts";

/** What a holder may want done, mildest first, and what follows from it. */
export const POLICY_WORDS: Readonly<Record<Policy, { readonly label: () => string; readonly note: () => string }>> = {
	track: { label: claimsWords.track, note: claimsWords.trackNote },
	monetise: { label: claimsWords.monetise, note: claimsWords.monetiseNote },
	replace: { label: claimsWords.replace, note: claimsWords.replaceNote },
	mute: { label: claimsWords.mute, note: claimsWords.muteNote },
	block: { label: claimsWords.block, note: claimsWords.blockNote },
};
