import { GENERATIONS_MAX } from "../../../contracts/limits.ts";
import { RefusalCode } from "../../../contracts/transcode.ts";
import type { VideoTile } from "../../../contracts/videos.ts";
import type { Services } from "../../platform/services.ts";
import { userIdOf, type Viewer } from "../../rules/viewer.ts";
import { hydrateCards, presentThumbnail } from "../cards/index.ts";
import { makeGrant } from "../delivery/grant.ts";
import { ORIGINAL_CHANGED } from "../pipeline/original.ts";
import type { VideoRow } from "../state/index.ts";

/** Rows as tiles of a profile, in their order. The viewer must be allowed to see them: this only presents. */
export async function presentTiles(services: Services, viewer: Viewer, rows: readonly VideoRow[]): Promise<VideoTile[]> {
	const ready = rows.filter(({ status }) => status === "ready").map(({ id }) => id);
	const cards = new Map((ready.length === 0 ? [] : await hydrateCards(services, viewer, ready)).map((card) => [card.id, card]));
	return Promise.all(
		rows.map(async (row) => {
			const card = cards.get(row.id) ?? null;
			return {
				id: row.id,
				status: row.status,
				visibility: row.visibility,
				title: row.title,
				thumbnail: card?.thumbnail ?? (await ownThumbnail(services, row)),
				blurhash: row.blurhash,
				viewCount: row.viewCount,
				likeCount: row.likeCount,
				createdAt: row.createdAt.toISOString(),
				card,
				own: row.userId === userIdOf(viewer) ? ownPart(row) : undefined,
			};
		}),
	);
}

function ownPart(row: VideoRow): VideoTile["own"] {
	const { description, alt, allowReposts, allowDownload, coverAtMs, coverAsked, coverServed, failureCode, failureMessage, restriction } =
		row;
	const failure = row.status !== "failed" ? null : { code: failureCode ?? "", message: failureMessage ?? "", canRetry: canRetry(row) };
	return {
		description,
		alt,
		allowReposts,
		allowDownload,
		hashtags: row.hashtagsWritten ?? row.hashtags,
		coverAtMs,
		coverInMaking: coverAsked !== coverServed,
		failure,
		restriction,
	};
}

/** Whether processing it again may succeed: not what the file itself was refused for, and not for ever. */
export const canRetry = ({ status, failureCode, generation }: Pick<VideoRow, "status" | "failureCode" | "generation">): boolean =>
	status === "failed" &&
	failureCode !== ORIGINAL_CHANGED.code &&
	!RefusalCode.safeParse(failureCode).success &&
	generation < GENERATIONS_MAX;

/** The cover of a video that has no card yet, for its creator alone sees such ones; null while there is none. */
async function ownThumbnail({ config, clock }: Services, row: VideoRow): Promise<string | null> {
	if (row.blurhash === null || row.status === "failed") return null;
	return presentThumbnail(config.REGION, row, await makeGrant(config.GRANT_SECRET, row.id, row.userId, clock()));
}
