import type { Evidence, SubjectKind } from "../../../contracts/moderation.ts";
import type { Reported } from "../../../contracts/reports.ts";
import type { Services } from "../../platform/services.ts";
import type { Viewer } from "../../rules/viewer.ts";

/** Who answers for what is nobody's: a track of the library, a group as a whole. No account has this id. */
export const NOBODY = "0";

/** Something that the viewer sees, and may report. */
export interface ReportedThing {
	readonly kind: SubjectKind;
	/** As cases name it (`Subject`). */
	readonly id: string;
	/** Null where it is nobody's. */
	readonly ownerId: string | null;
	/** The video it is, or stands under. */
	readonly videoId: string | null;
	/** What the viewer sees of it: a title, some words, a name. */
	readonly label: string;
	/** What is to be judged beside the thing itself: messages around one. */
	readonly context?: Evidence;
}

/**
 * Finds what is reported, for who reports it. What is not there and what is not theirs to see are refused alike, by the words that reading
 * it would be refused with: nothing can be found out by reporting it.
 */
export type FindReported = (services: Services, viewer: Viewer, reported: Reported) => Promise<ReportedThing>;

/** Characters of a comment or message that stand for it in a list. */
const LABEL_MAX = 120;
export const labelOf = (text: string): string => {
	const whole = [...text];
	return whole.length <= LABEL_MAX ? text : `${whole.slice(0, LABEL_MAX - 1).join("")}…`;
};
