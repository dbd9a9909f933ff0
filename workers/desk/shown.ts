import { eq } from "drizzle-orm";
import type { CaseDetail } from "../../contracts/desk.ts";
import { sounds } from "../../db/schema/directory.ts";
import { profiles } from "../../db/schema/users.ts";
import { comments, videos } from "../../db/schema/videos.ts";
import type { Services } from "../platform/services.ts";
import type { CaseRecord } from "../trust/index.ts";
import { manifestForReview } from "../videos/index.ts";

type Shown = CaseDetail["shown"];
type Words = Shown["words"];

/** What a case is about, as it stands now: hidden, held and deleted things too, as far as they are kept. */
export async function shownOf(services: Services, found: CaseRecord): Promise<Shown> {
	const videoId = found.subjectKind === "video" ? found.subjectId : found.videoId;
	const [video, words, profile] = await Promise.all([
		videoId === null ? null : readVideo(services, videoId),
		wordsOf(services, found),
		found.subjectKind === "profile" ? readProfile(services, found.subjectId) : null,
	]);
	return {
		words: [...(found.subjectKind === "video" ? (video?.words ?? []) : []), ...words, ...(profile?.words ?? [])].filter(
			({ text }) => text !== "",
		),
		video: video?.shown ?? null,
		picture: profile?.picture ?? null,
	};
}

async function readVideo(services: Services, videoId: string): Promise<{ words: Words; shown: NonNullable<Shown["video"]> } | null> {
	const [row] = await services.db.video(videoId).select().from(videos).where(eq(videos.id, videoId));
	if (row === undefined) return null;
	return {
		words: [
			{ field: "title", text: row.title },
			{ field: "description", text: row.description },
			{ field: "hashtags", text: (row.hashtagsWritten ?? row.hashtags).map((tag) => `#${tag}`).join(" ") },
			{ field: "alt", text: row.alt },
		],
		shown: {
			id: row.id,
			status: row.status,
			visibility: row.visibility,
			restriction: row.restriction,
			durationMs: row.durationMs,
			manifest: await manifestForReview(services, row),
		},
	};
}

async function readProfile(services: Services, userId: string): Promise<{ words: Words; picture: string | null } | null> {
	const [row] = await services.db.user(userId).select().from(profiles).where(eq(profiles.userId, userId));
	if (row === undefined) return null;
	return {
		words: [
			{ field: "username", text: row.username },
			{ field: "name", text: row.displayName },
			{ field: "bio", text: row.bio },
			{ field: "links", text: row.links.join(" ") },
		],
		picture: row.avatarUrl,
	};
}

async function wordsOf(services: Services, { subjectKind, subjectId, videoId }: CaseRecord): Promise<Words> {
	if (subjectKind === "comment" && videoId !== null) {
		const [row] = await services.db.video(videoId).select({ text: comments.text }).from(comments).where(eq(comments.id, subjectId));
		return row === undefined ? [] : [{ field: "comment", text: row.text }];
	}
	if (subjectKind === "sound") {
		const [row] = await services.db
			.directory()
			.select({ title: sounds.title, artist: sounds.artist })
			.from(sounds)
			.where(eq(sounds.id, subjectId));
		return row === undefined
			? []
			: [
					{ field: "title", text: row.title },
					{ field: "artist", text: row.artist },
				];
	}
	return [];
}
