import { type Evidence, type Reason, reasonFacts, type Severity } from "../../../contracts/moderation.ts";
import { CHECKS, type Check, type PictureScores, type ScreenedFrame, type Screening } from "../../../contracts/screening.ts";
import type { Restriction } from "../../../contracts/videos.ts";
import type { KnownLikeness } from "./known.ts";
import type { Policy } from "./policy.ts";
import { type Fields, gravest, severeTerms, termEvidence } from "./term-evidence.ts";

/** All that is known of a video when it is judged. */
export interface Facts {
	/** Null where nothing looked at it. */
	readonly screening: Screening | null;
	readonly fields: Fields;
	/** Reason for which the very file was blocked before. */
	readonly knownFile: Reason | null;
	readonly alike: readonly KnownLikeness[];
	/** A person looked at it before and let it up: no machine overrules that. */
	readonly isCleared: boolean;
}

export interface Finding {
	readonly verdict: "block" | "review" | "restrict";
	readonly reason: Reason;
	readonly severity: Severity;
	readonly evidence: readonly Evidence[];
	readonly restriction?: Exclude<Restriction, "none">;
}

export interface Verdict {
	readonly verdict: "approve" | "review" | "block" | "restrict";
	readonly restriction: Restriction;
	/** Why, the gravest first; none for what is approved. */
	readonly findings: readonly Finding[];
	/** Checks that were not made. Violence is among them always. */
	readonly unchecked: readonly Check[];
}

const GRAVITY = ["approve", "restrict", "review", "block"] as const;
const VIOLENCE_UNCHECKED: Check = "violence";

/** What is to become of a video, by its country's policy alone: the same facts give the same verdict. */
export function judge(facts: Facts, policy: Policy): Verdict {
	const { screening, isCleared } = facts;
	const found = [
		...knownFindings(facts, policy),
		...uncheckedFindings(screening),
		...pictureFindings(screening, policy),
		...textFindings(facts),
	];
	const findings = (isCleared ? [] : found).sort(
		(one, other) => GRAVITY.indexOf(other.verdict) - GRAVITY.indexOf(one.verdict) || other.severity - one.severity,
	);
	const missing = screening === null ? CHECKS.filter((check) => check !== "text") : screening.unchecked.map(({ check }) => check);
	return {
		verdict: findings[0]?.verdict ?? "approve",
		restriction: findings.find(({ restriction }) => restriction !== undefined)?.restriction ?? "none",
		findings,
		unchecked: [...new Set([...missing, VIOLENCE_UNCHECKED])],
	};
}

/** A model that failed is no reason to publish unseen. */
function uncheckedFindings(screening: Screening | null): Finding[] {
	const failed = screening === null ? [{ check: "frames" as const, why: "No machine looked at it." }] : screening.unchecked;
	if (failed.length === 0) return [];
	const checks = [...new Set(failed.map(({ check }) => check))];
	const why = failed
		.map((one) => `${one.check}: ${one.why}`)
		.join(" ")
		.slice(0, 500);
	return [{ verdict: "review", reason: "other", severity: 1, evidence: [{ kind: "unchecked", checks, why }] }];
}

const explicit = ({ porn = 0, hentai = 0 }: Partial<PictureScores>): number => porn + hentai;
const agreeing = (frames: readonly ScreenedFrame[], score: (scores: Partial<PictureScores>) => number, least: number) =>
	frames.filter(({ scores }) => scores !== null && score(scores) >= least);

const frameEvidence = (frames: readonly ScreenedFrame[]): Evidence[] => [
	{ kind: "frames", frames: frames.map(({ atMs, scores }) => ({ atMs, scores: scores ?? {}, pictureKey: null })) },
];

function pictureFindings(screening: Screening | null, policy: Policy): Finding[] {
	const frames = screening?.frames ?? [];
	const { block, review, single } = policy.explicit;
	const finding = (verdict: Finding["verdict"], shown: readonly ScreenedFrame[], severity: Severity): Finding[] => [
		{ verdict, reason: "sexual_content", severity, evidence: frameEvidence(shown) },
	];
	const sure = agreeing(frames, explicit, block.score);
	if (sure.length >= block.frames) return finding("block", sure, 3);
	const likely = agreeing(frames, explicit, review.score);
	if (likely.length >= review.frames || agreeing(frames, explicit, single).length > 0) return finding("review", likely, 3);
	const { score, frames: least, restriction } = policy.suggestive;
	const suggestive = agreeing(frames, ({ sexy = 0 }) => sexy, score);
	if (suggestive.length < least) return [];
	return [{ verdict: "restrict", restriction, reason: "nudity", severity: 1, evidence: frameEvidence(suggestive) }];
}

function textFindings({ fields, screening }: Facts): Finding[] {
	const stretches = screening?.transcript?.stretches ?? [];
	const written = severeTerms(fields);
	const spoken = stretches.flatMap(({ text, fromMs }) => severeTerms({ speech: text }).map((found) => ({ ...found, atMs: fromMs })));
	const found = [...written, ...spoken];
	if (found.length === 0) return [];
	const reason = gravest(
		found.map((term) => term.reason),
		"video",
	);
	const evidence: Evidence[] = [termEvidence(found, fields)];
	if (spoken.length > 0)
		evidence.push({ kind: "transcript", language: screening?.transcript?.language ?? null, stretches: [...stretches] });
	return [{ verdict: "review", reason, severity: reasonFacts(reason).severity, evidence }];
}

/** What was blocked before comes up again neither as it was nor a little changed. */
function knownFindings({ knownFile, alike }: Facts, { known }: Policy): Finding[] {
	if (knownFile !== null) {
		const evidence: Evidence[] = [{ kind: "hash", list: "files", known: knownFile, distance: 0, atMs: null }];
		return [{ verdict: "block", reason: knownFile, severity: reasonFacts(knownFile).severity, evidence }];
	}
	return alike.flatMap(({ videoId, reason, frames }): Finding[] => {
		const within = (bits: number) => frames.filter(({ distance }) => distance <= bits);
		const isSure = within(known.block.bits).length >= known.block.frames;
		const near = within(known.review.bits);
		if (!isSure && near.length < known.review.frames) return [];
		const evidence = near.map(({ distance, atMs }): Evidence => ({ kind: "hash", list: "frames", known: videoId, distance, atMs }));
		return [{ verdict: isSure ? "block" : "review", reason, severity: reasonFacts(reason).severity, evidence: evidence.slice(0, 5) }];
	});
}
