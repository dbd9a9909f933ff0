import type { Appeal, OwnDecision } from "../api/reports.ts";
import { REASON_WORDS } from "../reports/reasons.ts";
import { dayAndMonth } from "../ui/format.ts";
import { AppealForm } from "./AppealForm.tsx";
import { decisionWords, SOURCES } from "./decisionWords.ts";
import * as standingWords from "./standing.words.ts";
import "./standing.css";

const STATES: Readonly<Record<OwnDecision["state"], () => string>> = {
	in_force: standingWords.inForce,
	undone: standingWords.undone,
	over: standingWords.over,
};
const APPEALS: Readonly<Record<Appeal["state"], () => string>> = {
	waiting: standingWords.appealWaits,
	upheld: standingWords.appealUpheld,
	rejected: standingWords.appealRejected,
};
export const day = (at: string): string => dayAndMonth(Date.parse(at), Date.now());

interface DecisionCardProps {
	decision: OwnDecision;
	/** Appeals, and has the decision shown as it stands then. */
	onAppeal(text: string): Promise<unknown>;
}

/** One decision: what, why, how it came about, how long it lasts, and what can be done about it. */
export function DecisionCard({ decision, onAppeal }: DecisionCardProps) {
	const { id, label, reason, at, until, state, statement } = decision;
	const words = REASON_WORDS[reason];
	return (
		<article class="decision" aria-labelledby={`decision-${id}`}>
			<header>
				<h3 id={`decision-${id}`}>{decisionWords(decision)}</h3>
				<span class={`decision__state decision__state--${state}`}>{STATES[state]()}</span>
			</header>
			<p class="quiet">
				{label && (
					<>
						<bdi>“{label}”</bdi> ·{" "}
					</>
				)}
				<time dateTime={at}>{day(at)}</time>
			</p>
			<dl>
				<dt>{standingWords.rule()}</dt>
				<dd>
					<strong>{words.label()}</strong>: {words.rule()}
				</dd>
				{statement.note && (
					<>
						<dt>{standingWords.reviewer()}</dt>
						<dd dir="auto">{statement.note}</dd>
					</>
				)}
				<dt>{standingWords.found()}</dt>
				<dd>
					{SOURCES[statement.source]()} {statement.automatedDecision ? standingWords.byMachine() : standingWords.byPerson()}
				</dd>
				<dt>{standingWords.lasts()}</dt>
				<dd>{until ? standingWords.lastsUntil({ day: day(until) }) : standingWords.lastsOn()}</dd>
				<dt>{standingWords.puid()}</dt>
				<dd class="numeric decision__number">{statement.puid}</dd>
			</dl>
			<WhatNow decision={decision} onAppeal={onAppeal} />
		</article>
	);
}

function WhatNow({ decision: { id, state, appeal, appealUntil }, onAppeal }: DecisionCardProps) {
	if (appeal) {
		return (
			<section class="decision__now">
				<h4>{standingWords.whatNow()}</h4>
				<p>{APPEALS[appeal.state]()}</p>
				{appeal.outcome && (
					<blockquote dir="auto" class="quiet">
						{appeal.outcome}
					</blockquote>
				)}
			</section>
		);
	}
	if (state === "undone") return null;
	return (
		<section class="decision__now">
			<h4>{standingWords.whatNow()}</h4>
			{appealUntil ? (
				<>
					<p>{standingWords.appealUntil({ day: day(appealUntil) })}</p>
					<AppealForm id={id} action={standingWords.appeal()} send={onAppeal} />
				</>
			) : (
				<p>{standingWords.appealOver()}</p>
			)}
		</section>
	);
}
