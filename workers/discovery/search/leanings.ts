import { errorFields } from "../../platform/log.ts";
import type { Services } from "../../platform/services.ts";
import { within } from "../../platform/waiting.ts";
import { type Viewer, viewerKey } from "../../rules/viewer.ts";

/** What a viewer leans to, as far as search asks: hashtags, 0 to 1 each. */
export interface Leanings {
	readonly topics: Readonly<Record<string, number>>;
}
export const NO_LEANINGS: Leanings = { topics: {} };

/** What search asks of a viewer's session object. */
export interface LeaningsRpc extends Rpc.DurableObjectBranded {
	leanings(): Leanings;
}

/** A session is asked so long, milliseconds: search does without it rather than wait. */
const PATIENCE_MS = 60;

/** What the viewer leans to; nothing for who has watched nothing yet, and while the session can't answer. */
export async function leaningsOf(services: Services, viewer: Viewer): Promise<Leanings> {
	if (viewer.kind === "guest" && viewer.isNew === true) return NO_LEANINGS;
	try {
		const asked = services.objects.session<LeaningsRpc>(viewerKey(viewer)).leanings();
		return await within(PATIENCE_MS * services.config.PATIENCE_FACTOR, "asking what a viewer leans to", asked);
	} catch (error) {
		services.log.warn("search_without_taste", errorFields(error));
		return NO_LEANINGS;
	}
}
