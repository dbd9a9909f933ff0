import type { PictureMatch, Recognised, SoundMatch } from "../../../contracts/copyright-matches.ts";
import type { MatchAction, Policy } from "../../../contracts/copyright-policy.ts";
import type { Evidence } from "../../../contracts/moderation.ts";
import { copyrightMatches } from "../../../db/schema/copyright.ts";
import type { videos } from "../../../db/schema/videos.ts";
import type { Services } from "../../platform/services.ts";
import { isLicensedIn } from "../../rules/sounds.ts";
import { openCase } from "../moderation/cases.ts";
import { type Reference, referencesOf } from "./references.ts";

/**
 * What becomes of an upload for what of others is in it. `clear`: it is made again with stretches silenced, or another sound in its place.
 * `credit`: it is listed under whose sound it is.
 */
export type CopyrightVerdict =
	| { readonly to: "approve"; readonly creditedTo?: string }
	| { readonly to: "review" | "hold" | "block" }
	| { readonly to: "clear"; readonly muted: readonly Stretch[]; readonly replacementId?: string };

interface Stretch {
	readonly fromMs: number;
	readonly toMs: number;
}
type Video = Pick<typeof videos.$inferSelect, "id" | "userId" | "generation" | "soundId" | "country" | "title" | "decidedAt">;

/** What is muted begins and ends so much beside what was heard: its edges are known to half a second. */
const MUTED_BESIDE_MS = 600;
/** From this part of a video on its sound is somebody else's for the most part, and listed as that. */
const CREDITED_PART = 0.6;
const SEVERITY = 2;

interface Found {
	readonly reference: Reference;
	readonly what: "sound" | "pictures";
	readonly stretch: Stretch & { readonly trackFromMs: number };
	/** Of sound, the part of bits that differ; of pictures, bits of 256. */
	readonly bitErrorRate: number;
	readonly isCertain: boolean;
	readonly action: MatchAction;
}

/**
 * Judges an upload by what of the library was recognised in it, keeps what was found for its creator and for whose it is, and asks people
 * where a machine may not decide. What a person decided about the video before stands.
 * @param recognised null where it could not be compared: people look at it then, and nothing is published unheard
 * @param durationMs of the video
 * @throws when the database can't be reached: nothing is published without a verdict
 */
export async function copyrightVerdict(
	services: Services,
	video: Video,
	recognised: Recognised | null,
	durationMs: number,
): Promise<CopyrightVerdict> {
	if (recognised === null || recognised.sounds === null || recognised.videos === null) {
		if (video.decidedAt !== null) return { to: "approve" };
		await ask(services, video, { kind: "unchecked", checks: ["copyright"], why: "The library of known recordings could not be asked." });
		return { to: "review" };
	}
	const found = await findings(services, video, recognised.sounds, recognised.videos);
	await keep(services, video, found);
	const isDecided = video.decidedAt !== null;
	for (const one of found) {
		if (one.action === "held" && !isDecided) await ask(services, video, evidenceOf(one));
		services.log.info("copyright_match", { videoId: video.id, referenceId: one.reference.id, what: one.what, action: one.action });
	}
	if (isDecided) return { to: "approve" };
	const did = (action: MatchAction) => found.filter((one) => one.action === action);
	if (did("blocked").length > 0) return { to: "block" };
	const replaced = did("replaced")[0];
	if (replaced?.reference.replacementId != null) return { to: "clear", muted: [], replacementId: replaced.reference.replacementId };
	const muted = did("muted").map(({ stretch: { fromMs, toMs } }) => ({
		fromMs: Math.max(0, fromMs - MUTED_BESIDE_MS),
		toMs: Math.min(durationMs, toMs + MUTED_BESIDE_MS),
	}));
	if (muted.length > 0) return { to: "clear", muted };
	if (did("held").length > 0) return { to: "hold" };
	const credited = did("credited").find(
		({ what, reference, isCertain, stretch }) =>
			what === "sound" && isCertain && reference.kind !== "claimed" && stretch.toMs - stretch.fromMs >= CREDITED_PART * durationMs,
	);
	return credited === undefined ? { to: "approve" } : { to: "approve", creditedTo: credited.reference.id };
}

async function findings(
	services: Services,
	video: Video,
	sounds: readonly SoundMatch[],
	pictures: readonly PictureMatch[],
): Promise<Found[]> {
	const references = await referencesOf(services, [...sounds.map(({ trackId }) => trackId), ...pictures.map(({ videoId }) => videoId)]);
	const heard = sounds.flatMap((match): Found[] => {
		const reference = references.get(match.trackId);
		if (reference === undefined || reference.ownerId === video.userId) return [];
		const { fromMs, toMs, trackFromMs, bitErrorRate, certain } = match;
		const stretch = { fromMs, toMs, trackFromMs };
		return [{ reference, what: "sound", stretch, bitErrorRate, isCertain: certain, action: actionFor(video, reference, certain, "sound") }];
	});
	const seen = pictures.flatMap((match): Found[] => {
		const reference = references.get(match.videoId);
		if (reference === undefined || reference.ownerId === video.userId) return [];
		const stretch = { fromMs: match.fromMs, toMs: match.toMs, trackFromMs: 0 };
		return [
			{
				reference,
				what: "pictures",
				stretch,
				bitErrorRate: match.distance,
				isCertain: true,
				action: actionFor(video, reference, true, "pictures"),
			},
		];
	});
	return [...heard, ...seen];
}

const ENFORCED: Readonly<Partial<Record<Policy, MatchAction>>> = { block: "blocked", mute: "muted", replace: "replaced" };

/** What the rights in a reference ask for. A machine enforces them where it is certain; else a person listens. */
function actionFor(
	video: Pick<Video, "soundId" | "country">,
	reference: Pick<Reference, "id" | "kind" | "policy" | "licenseType" | "territories" | "replacementId">,
	isCertain: boolean,
	what: Found["what"],
): MatchAction {
	if (what === "sound" && video.soundId === reference.id) return "licensed";
	if (reference.kind === "track" && isLicensedIn(reference, video.country)) return "credited";
	const enforced = ENFORCED[reference.policy];
	if (enforced === undefined) return "credited";
	// Pictures can't be muted, and nothing replaces a sound that no replacement is named for.
	if (!isCertain || (what === "pictures" && enforced !== "blocked") || (enforced === "replaced" && reference.replacementId === null))
		return "held";
	return enforced;
}

const evidenceOf = ({ reference, what, stretch, bitErrorRate }: Found): Evidence =>
	what === "sound"
		? { kind: "match", trackId: reference.id, title: reference.title, artist: reference.artist, ...stretch, bitErrorRate }
		: { kind: "hash", list: "videos", known: reference.id, distance: bitErrorRate, atMs: stretch.fromMs };

async function ask(services: Services, { id, userId }: Video, evidence: Evidence): Promise<void> {
	const subject = { kind: "video", id, ownerId: userId, videoId: id } as const;
	await openCase(services, {
		subject,
		queue: "copyright",
		reason: "intellectual_property",
		severity: SEVERITY,
		source: "machine",
		evidence,
	});
}

async function keep(services: Services, { id, userId, generation }: Video, found: readonly Found[]): Promise<void> {
	if (found.length === 0) return;
	const createdAt = new Date(services.clock());
	const rows = found.map(({ reference, what, stretch, bitErrorRate, isCertain, action }) => ({
		id: services.newId(),
		videoId: id,
		generation,
		userId,
		referenceId: reference.id,
		what,
		...stretch,
		bitErrorRate,
		isCertain,
		action,
		createdAt,
	}));
	await services.db.directory().insert(copyrightMatches).values(rows).onConflictDoNothing();
}
