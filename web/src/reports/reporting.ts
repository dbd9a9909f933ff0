import { signal } from "@preact/signals";
import type { Reason, SubjectKind } from "../../../contracts/moderation.ts";

/** Something that is about to be reported. */
export interface Reporting {
	kind: SubjectKind;
	send(reason: Reason, note: string): Promise<unknown>;
	/** Whose it is, who may be muted or blocked afterwards; null where it is nobody's. */
	person: { id: string; displayName: string } | null;
	/** Takes it out of the viewer's sight at once. */
	hide?: () => void;
	/** The sheet was closed after it was sent. */
	onLeft?: () => void;
}

/** What the report sheet is open for. */
export const reporting = signal<Reporting | null>(null);
