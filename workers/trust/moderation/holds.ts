import { and, eq, isNull } from "drizzle-orm";
import type { Evidence, Subject } from "../../../contracts/moderation.ts";
import { legalHolds } from "../../../db/schema/moderation.ts";
import { profiles } from "../../../db/schema/users.ts";
import { comments, videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";

/** Whether a video is evidence that must be kept: nobody is shown it, but its objects and rows stay. */
export async function isVideoHeld(services: Services, videoId: string): Promise<boolean> {
	const [row] = await services.db
		.directory()
		.select({ id: legalHolds.id })
		.from(legalHolds)
		.where(and(eq(legalHolds.subjectKind, "video"), eq(legalHolds.subjectId, videoId), isNull(legalHolds.releasedAt)))
		.limit(1);
	return row !== undefined;
}

/** Ids of all videos that must be kept. */
export async function heldVideoIds(services: Services): Promise<string[]> {
	const rows = await services.db
		.directory()
		.selectDistinct({ id: legalHolds.subjectId })
		.from(legalHolds)
		.where(and(eq(legalHolds.subjectKind, "video"), isNull(legalHolds.releasedAt)));
	return rows.map(({ id }) => id);
}

/** The words of what is to be held, as they stand now: whatever its owner does with them afterwards. Null where there are none, or they are in the evidence already. */
export async function snapshotOf(services: Services, subject: Subject): Promise<Evidence | null> {
	const fields = await READERS[subject.kind]?.(services, subject);
	const kept = Object.fromEntries(Object.entries(fields ?? {}).filter(([, text]) => text !== ""));
	return Object.keys(kept).length === 0 ? null : { kind: "snapshot", fields: kept };
}

type Fields = Readonly<Record<string, string>>;
type Reader = (services: Services, subject: Subject) => Promise<Fields | undefined>;

/** Messages come with what was written around them. */
const READERS: Readonly<Partial<Record<Subject["kind"], Reader>>> = {
	comment: async ({ db }, { id, videoId }) => {
		if (videoId === undefined) return undefined;
		const [row] = await db.video(videoId).select({ comment: comments.text }).from(comments).where(eq(comments.id, id));
		return row;
	},
	video: async ({ db }, { id }) => {
		const { title, description, alt } = videos;
		const [row] = await db.video(id).select({ title, description, alt }).from(videos).where(eq(videos.id, id));
		return row;
	},
	profile: async ({ db }, { id }) => {
		const { username, displayName: name, bio } = profiles;
		const [row] = await db.user(id).select({ username, name, bio }).from(profiles).where(eq(profiles.userId, id));
		return row;
	},
};
