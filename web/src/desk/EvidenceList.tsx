import type { CaseDetail } from "../../../contracts/desk.ts";
import { ago, clock } from "../ui/format.ts";
import { reasonLabel } from "./labels.ts";

type Piece = CaseDetail["evidence"][number];
type Of<Kind extends Piece["evidence"]["kind"]> = Extract<Piece["evidence"], { kind: Kind }>;

const TITLES: Readonly<Record<Piece["evidence"]["kind"], string>> = {
	frames: "Frames",
	terms: "Words",
	scores: "Scores",
	hash: "A known item",
	transcript: "What is said",
	report: "Report",
	match: "A match in sound",
	context: "What was written around it",
	appeal: "Appeal",
	unchecked: "Not checked",
	snapshot: "As it stood",
};

/** Why the case is one, piece by piece; a moment leads the player to it. */
export function EvidenceList({ evidence, onMoment }: { evidence: readonly Piece[]; onMoment(ms: number): void }) {
	return (
		<section class="desk-evidence" aria-labelledby="desk-evidence">
			<h3 id="desk-evidence">Evidence</h3>
			<ul>
				{evidence.map((piece) => (
					<li key={piece.id} class="desk-evidence__piece">
						<p class="desk-evidence__head">
							<strong>{TITLES[piece.evidence.kind]}</strong>
							<span class="quiet">{ago(piece.at, Date.now())}</span>
						</p>
						<Body evidence={piece.evidence} onMoment={onMoment} />
					</li>
				))}
			</ul>
		</section>
	);
}

function Body({ evidence, onMoment }: { evidence: Piece["evidence"]; onMoment(ms: number): void }) {
	switch (evidence.kind) {
		case "frames":
			return <Lines lines={evidence.frames.map(({ atMs, scores }) => ({ atMs, text: inWords(scores) }))} onMoment={onMoment} />;
		case "scores":
			return (
				<p>
					{inWords(evidence.scores)} <span class="quiet">({evidence.model})</span>
				</p>
			);
		case "terms":
			return (
				<Lines
					lines={evidence.terms.map(({ field, term, tier, atMs }) => ({ atMs, text: `“${term}” in ${field} (${tier})` }))}
					onMoment={onMoment}
				/>
			);
		case "transcript":
			return <Lines lines={evidence.stretches.map(({ fromMs, text }) => ({ atMs: fromMs, text }))} onMoment={onMoment} />;
		case "match":
			return <Match evidence={evidence} onMoment={onMoment} />;
		case "hash":
			return (
				<Lines
					lines={[{ atMs: evidence.atMs ?? undefined, text: `${evidence.known} of ${evidence.list}, ${evidence.distance} bits apart` }]}
					onMoment={onMoment}
				/>
			);
		case "report":
			return (
				<p dir="auto">
					{reasonLabel(evidence.reason)}
					{evidence.note !== "" && `: ${evidence.note}`}
				</p>
			);
		case "context":
			return <Context evidence={evidence} />;
		case "appeal":
			return <p dir="auto">{evidence.text}</p>;
		case "unchecked":
			return (
				<p>
					{evidence.checks.join(", ")}: {evidence.why}
				</p>
			);
		case "snapshot":
			return (
				<dl class="desk-evidence__fields">
					{Object.entries(evidence.fields).map(([field, text]) => (
						<div key={field}>
							<dt class="quiet">{field}</dt>
							<dd dir="auto">{text}</dd>
						</div>
					))}
				</dl>
			);
	}
}

/** `porn 94 %, sexy 5 %`: the three highest. */
const inWords = (scores: Readonly<Record<string, number>>): string =>
	Object.entries(scores)
		.sort(([, a], [, b]) => b - a)
		.slice(0, 3)
		.map(([name, score]) => `${name} ${Math.round(score * 100)} %`)
		.join(", ");

interface Line {
	readonly atMs?: number | undefined;
	readonly text: string;
}

function Lines({ lines, onMoment }: { lines: readonly Line[]; onMoment(ms: number): void }) {
	return (
		<ul class="desk-evidence__lines">
			{lines.map(({ atMs, text }, index) => (
				<li key={index}>
					{atMs !== undefined && (
						<button type="button" class="desk-evidence__at numeric" aria-label={`Go to ${clock(atMs)}`} onClick={() => onMoment(atMs)}>
							{clock(atMs)}
						</button>
					)}
					<span dir="auto">{text}</span>
				</li>
			))}
		</ul>
	);
}

const Match = ({ evidence, onMoment }: { evidence: Of<"match">; onMoment(ms: number): void }) => (
	<Lines
		lines={[
			{
				atMs: evidence.fromMs,
				text: `${evidence.title} by ${evidence.artist}, until ${clock(evidence.toMs)}; ${Math.round(evidence.bitErrorRate * 100)} % of bits differ`,
			},
		]}
		onMoment={onMoment}
	/>
);

const Context = ({ evidence }: { evidence: Of<"context"> }) => (
	<ol class="desk-evidence__lines">
		{evidence.messages.map(({ seq, senderId, text, at }) => (
			<li key={seq}>
				<span class="quiet numeric">{senderId.slice(-4)}</span>
				<span dir="auto">{text}</span>
				<time class="quiet" dateTime={at}>
					{ago(at, Date.now())}
				</time>
			</li>
		))}
	</ol>
);
