import { eq } from "drizzle-orm";
import type { Screening } from "../../../contracts/screening.ts";
import type { Embedding, TranscodeResult } from "../../../contracts/transcode.ts";
import { profiles, videos } from "../../../db/schema/index.ts";
import { quantise, toBase64 } from "../../../recommender/vectors.ts";
import type { Services } from "../../platform/services.ts";
import { requestGenerationPurge, requestStreamPurge } from "../cleanup/request.ts";
import { type Judge, type Outputs, transit, type VideoRow, verdictOf } from "../state/index.ts";
import type { CopyrightOutcome } from "./copyright.ts";
import { embedNewWords } from "./embed/request.ts";
import { withhold } from "./withhold.ts";

/** Immutable copies of a replaced generation may be played for so long, milliseconds: the lifetime of what delivery caches. */
export const REPLACED_LIFETIME_MS = 86_400_000;

/** The outputs of a job the transcoder finished. Without an embedding the old one stays. */
export function outputsOf({
	manifest,
	probe,
	blurhash,
	cover,
	embedding,
	sound,
}: Omit<TranscodeResult, "videoId" | "generation">): Outputs {
	const top = manifest.renditions.reduce((best, next) => (next.height * next.width > best.height * best.width ? next : best));
	return {
		manifest,
		probe,
		blurhash,
		durationMs: probe.durationMs,
		width: top.width,
		height: top.height,
		backend: "container",
		backendRef: null,
		coverServed: cover,
		ownSound: sound,
		...(embedding === null ? {} : storedVector(embedding)),
	};
}

type StoredVector = Pick<VideoRow, "embedding" | "embeddingVersion">;

/** A vector as its row keeps it. */
export const storedVector = ({ vector, version }: Embedding): StoredVector => ({
	embedding: toBase64(quantise(vector)),
	embeddingVersion: version,
});

/** What copyright says of it, whose sound it is for the most part included. */
export type PublishingCopyright = Exclude<CopyrightOutcome, { to: "cleared" }>;

type Screened = Awaited<ReturnType<Judge>>["verdict"];

/** What is withheld by which transition. The rules come before copyright: what breaks them is not shown, whosever it is. */
const WITHHELD = { block: "refused", copyright_block: "claimed", review: "held", copyright_hold: "flagged" } as const;

function strictest(verdict: Screened, copyright: PublishingCopyright["to"]): keyof typeof WITHHELD | "approve" {
	if (verdict === "block") return "block";
	if (copyright === "block") return "copyright_block";
	if (verdict === "review" || copyright === "review") return "review";
	return copyright === "hold" ? "copyright_hold" : "approve";
}

/** What became of a generation that was made. */
export type Publishing = "published" | "already" | "withheld" | "unwanted";

/**
 * Makes a finished generation the one that is served, once it is approved: one conditional update, so that a deleted video, an older
 * generation or a twin of this call can't publish. When it touches no row, the outputs are removed, unless a twin took them.
 * @param row the row as it was when the attempt began
 * @param screening what machines saw and heard of it; null where none looked, and a person does
 * @returns `published` or `withheld` to the one call that did it; `already` to its twins; `unwanted` when nobody may
 * @throws when there is no verdict: nothing is published without one
 */
export async function publish(
	services: Services,
	row: VideoRow,
	made: Outputs,
	screening: Screening | null,
	judge: Judge = verdictOf,
	copyright: PublishingCopyright = { to: "approve" },
): Promise<Publishing> {
	const { id: videoId, generation } = row;
	const outputs = { ...made, ...keptVector(row, made) };
	// Also of what is withheld: a person may approve it later.
	await followAccount(services, row);
	const { verdict: screened, restriction, settle } = await judge(services, row, screening);
	const verdict = strictest(screened, copyright.to);
	if (verdict !== "approve") {
		const withheld = await transit(services, WITHHELD[verdict], { id: videoId, generation }, { outputs, generation });
		if (withheld === null) return notTaken(services, row);
		services.log.info("video_withheld", { videoId, generation, verdict });
		await withhold(services, withheld, settle === undefined);
		await settle?.();
		return "withheld";
	}
	const published = await transit(
		services,
		"published",
		{ id: videoId, generation },
		{ outputs, generation, restriction, creditedTo: "creditedTo" in copyright ? copyright.creditedTo : undefined },
	);
	if (published === null) return notTaken(services, row);
	await purgeReplaced(services, row, outputs);
	if (!haveSameWords(row, published)) await embedNewWords(services, row);
	await settle?.();
	return "published";
}

/**
 * Whether its creator's account is private, and a teen's, is asked before anybody can see the video. From then on each turn of the account
 * finds the row.
 */
async function followAccount(services: Services, { id, userId }: VideoRow): Promise<void> {
	const [account] = await services.db
		.user(userId)
		.select({ isPrivate: profiles.isPrivate, type: profiles.accountType })
		.from(profiles)
		.where(eq(profiles.userId, userId));
	if (account === undefined) return;
	await transit(services, account.isPrivate ? "secluded" : "opened", { id }, {});
	await transit(services, account.type === "teen" ? "sheltered" : "unsheltered", { id }, {});
}

/** Somebody else was first, or nobody may. Outputs that a twin of this call took are left alone. */
async function notTaken(services: Services, { id, generation }: VideoRow): Promise<"already" | "unwanted"> {
	const [now] = await services.db.video(id).select().from(videos).where(eq(videos.id, id)).limit(1);
	if (now !== undefined && [now.liveGeneration, now.withheldGeneration].includes(generation)) return "already";
	await requestGenerationPurge(services, id, generation);
	return "unwanted";
}

type Words = Pick<VideoRow, "title" | "description" | "hashtags">;

/** Words may have been changed while the attempt that was given them went on. */
const haveSameWords = (one: Words, other: Words): boolean =>
	one.title === other.title && one.description === other.description && one.hashtags.join() === other.hashtags.join();

/** A vector of another space does not replace the one the video is found by while its own space is the one that is served. */
export function keptVector({ embedding, embeddingVersion, servedVector }: VideoRow, next: Partial<StoredVector>): Partial<VideoRow> {
	const isOther = next.embeddingVersion != null && embeddingVersion !== null && next.embeddingVersion !== embeddingVersion;
	return isOther && servedVector === null ? { servedVector: embedding, servedVectorVersion: embeddingVersion } : {};
}

/** Has what was served until now removed, when nobody can be amid playing it any more. */
async function purgeReplaced(services: Services, row: VideoRow, outputs: Outputs): Promise<void> {
	const notBefore = services.clock() + REPLACED_LIFETIME_MS;
	if (row.liveGeneration !== null) await requestGenerationPurge(services, row.id, row.liveGeneration, notBefore);
	if (row.backendRef !== null && row.backendRef !== outputs.backendRef)
		await requestStreamPurge(services, row.id, row.backendRef, notBefore);
}
