import { pictureNotAllowed } from "../../../contracts/problems/pictures.ts";
import { policyFor } from "./policy.ts";

/**
 * Refuses a picture that seems to show sexual content: whoever chose it is asked for another, and nothing of it is kept.
 * @param explicit as the transcoder saw it, 0 to 1; null where nothing looked
 * @throws `picture_refused`
 */
export function refuseExplicit({ explicit }: { readonly explicit: number | null }): void {
	if (explicit !== null && explicit >= policyFor(null).picture) throw pictureNotAllowed();
}
