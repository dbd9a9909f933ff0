import { eq } from "drizzle-orm";
import type { SubjectKind } from "../../../contracts/moderation.ts";
import { sounds } from "../../../db/schema/directory.ts";
import { comments, videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { wordsKeptBy } from "../moderation/kept-words.ts";
import { labelOf, NOBODY } from "../reports/thing.ts";

/** What a decision was about, as its owner knows it. */
export interface Judged {
	readonly id: string;
	readonly subjectKind: SubjectKind;
	readonly subjectId: string;
	readonly videoId: string | null;
}

/**
 * What each of these is called, by the decision's id: a title, or the words of a comment. Empty where nothing is left of it, and for what has
 * no name of its own (one's profile, a message).
 */
export async function labelsOf(services: Services, judged: readonly Judged[]): Promise<ReadonlyMap<string, string>> {
	const labels = await Promise.all(judged.map(async (one) => [one.id, labelOf(await wordsOf(services, one))] as const));
	return new Map(labels);
}

async function wordsOf(services: Services, { id, subjectKind, subjectId, videoId }: Judged): Promise<string> {
	switch (subjectKind) {
		case "video": {
			const [row] = await services.db.video(subjectId).select({ title: videos.title }).from(videos).where(eq(videos.id, subjectId));
			return row?.title ?? "";
		}
		case "comment": {
			if (videoId === null) return "";
			// What was removed is kept with its case, so that its owner still reads what it was about.
			const kept = await wordsKeptBy(services, id, { kind: subjectKind, id: subjectId, ownerId: NOBODY, videoId });
			if (kept !== null) return kept.comment ?? "";
			const [row] = await services.db.video(videoId).select({ text: comments.text }).from(comments).where(eq(comments.id, subjectId));
			return row?.text ?? "";
		}
		case "sound": {
			const [row] = await services.db.directory().select({ title: sounds.title }).from(sounds).where(eq(sounds.id, subjectId));
			return row?.title ?? "";
		}
		case "message":
		case "conversation":
		case "profile":
			return "";
	}
}
