import { queueOf } from "../../../contracts/moderation.ts";
import type { Screening } from "../../../contracts/screening.ts";
import type { Restriction } from "../../../contracts/videos.ts";
import { videoScreenings } from "../../../db/schema/screening.ts";
import type { Services } from "../../platform/services.ts";
import { openCase } from "../moderation/cases.ts";
import { decide } from "../moderation/decide.ts";
import { type Finding, judge, type Verdict } from "./judge.ts";
import { knownFile, likeKnown } from "./known.ts";
import { policyFor } from "./policy.ts";

/** What of a video it is judged by, besides what machines saw. */
export interface ScreenedVideo {
	readonly id: string;
	readonly userId: string;
	readonly generation: number;
	readonly title: string;
	readonly description: string;
	readonly alt: string;
	readonly hashtags: readonly string[];
	/** Where it was uploaded from, two letters. */
	readonly country: string | null;
	/** Since when a person's decision about it stands. */
	readonly decidedAt: Date | null;
}

/** What is to become of a video that was made. */
export interface Judgement {
	readonly verdict: "approve" | "review" | "block";
	/** Undefined leaves what was decided before. */
	readonly restriction?: Restriction | undefined;
	/** Once it holds: writes down what the machine decided, which is told to the creator with its reasons and may be appealed against. */
	readonly settle?: (() => Promise<void>) | undefined;
}

const NOTES = {
	block: "Our systems found that it matches or shows what isn't allowed here. No person looked at it yet: you can ask for that.",
	restrict: "Our systems found that it isn't for everybody. No person looked at it yet: you can ask for that.",
} as const;

/**
 * Judges a video by what machines saw and heard of it, keeps that, and opens cases with the evidence before anything follows: what is
 * held has somebody who looks at it. @throws when the database can't be reached: nothing is published then, and it is tried again
 */
export async function screenVideo(services: Services, video: ScreenedVideo, screening: Screening | null): Promise<Judgement> {
	const policy = policyFor(video.country);
	const [known, alike] = await Promise.all([
		screening?.sha256 == null ? null : knownFile(services, screening.sha256),
		likeKnown(services, screening?.frames ?? []),
	]);
	const { title, description, alt, hashtags } = video;
	const fields = { title, description, alt, hashtags: hashtags.join(" ") };
	const judged = judge({ screening, fields, knownFile: known, alike, isCleared: video.decidedAt !== null }, policy);
	await keep(services, video, screening, judged, policy.version);
	const caseId = await openCases(services, video, judged.findings);
	const { verdict, restriction } = judged;
	if (verdict === "approve") return { verdict };
	if (verdict === "review") return { verdict, restriction: restriction === "none" ? undefined : restriction };
	const [first] = judged.findings;
	const settle = async () => {
		if (first === undefined || caseId === null) return;
		const decision = verdict === "block" ? "remove" : restriction === "age" ? "restrict_age" : "no_recommend";
		await decide(services, { caseId, operator: null, decision, reason: first.reason, note: NOTES[verdict] });
	};
	return verdict === "block" ? { verdict, settle } : { verdict: "approve", restriction, settle };
}

async function keep(services: Services, video: ScreenedVideo, screening: Screening | null, judged: Verdict, policy: string): Promise<void> {
	const kept = {
		version: screening?.version ?? null,
		sha256: screening?.sha256 ?? null,
		frames: screening?.frames ?? [],
		transcript: screening?.transcript ?? null,
		unchecked: [...judged.unchecked],
		verdict: judged.verdict,
		policy,
		at: new Date(services.clock()),
	};
	await services.db
		.video(video.id)
		.insert(videoScreenings)
		.values({ videoId: video.id, generation: video.generation, ...kept })
		.onConflictDoUpdate({ target: [videoScreenings.videoId, videoScreenings.generation], set: kept });
}

/** @returns the case of the gravest finding; null when nothing was found */
async function openCases(services: Services, { id, userId }: ScreenedVideo, findings: readonly Finding[]): Promise<string | null> {
	let first: string | null = null;
	for (const { reason, severity, evidence } of findings)
		for (const piece of evidence) {
			const subject = { kind: "video", id, ownerId: userId } as const;
			const { caseId } = await openCase(services, {
				subject,
				queue: queueOf(reason),
				reason,
				severity,
				source: "machine",
				evidence: piece,
			});
			first ??= caseId;
		}
	return first;
}
