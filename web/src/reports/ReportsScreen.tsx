import { Flag } from "lucide-preact";
import { AskToLogIn } from "../account/AskToLogIn.tsx";
import { isSignedIn } from "../account/session.ts";
import * as api from "../api/reports.ts";
import * as commentsWords from "../comments/comments.words.ts";
import { usePages } from "../people/usePeople.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { useTitle } from "../shell/title.ts";
import { AppealForm } from "../standing/AppealForm.tsx";
import { day } from "../standing/DecisionCard.tsx";
import { KINDS } from "../standing/decisionWords.ts";
import * as standingWords from "../standing/standing.words.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { REASON_WORDS } from "./reasons.ts";
import "../account/settings.css";
import "../standing/standing.css";

const STATES: Readonly<Record<api.Report["state"], () => string>> = {
	received: standingWords.received,
	upheld: standingWords.reportUpheld,
	dismissed: standingWords.dismissed,
};

/** What one reported, and what came of it. */
export function ReportsScreen() {
	useTitle(standingWords.reports());
	if (!isSignedIn.value) return <AskToLogIn title={standingWords.reports()} back="/settings/reports" />;
	return (
		<main class="page settings standing">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/settings" />
				<h1>{standingWords.reports()}</h1>
			</header>
			<List />
		</main>
	);
}

function List() {
	const { entries, cursor, fault, load } = usePages(async (from) => {
		const { reports, nextCursor } = await api.listReports(from);
		return { entries: reports, nextCursor };
	});
	const appeal = async ({ id }: api.Report, text: string) => {
		const { appeal } = await api.appealReport(id, text);
		entries.value = (entries.value ?? []).map((one) => (one.id === id ? { ...one, appeal: appeal.state, appealUntil: null } : one));
	};
	const list = entries.value;
	if (list === null) {
		if (fault.value !== null) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
		return <div class="skeleton standing__skeleton" role="progressbar" aria-label={standingWords.reports()} />;
	}
	if (list.length === 0) {
		return (
			<Notice icon={<Flag size={28} />} title={standingWords.reportsNone()}>
				{standingWords.reportsNoneNote()}
			</Notice>
		);
	}
	return (
		<>
			{list.map((report) => (
				<Row key={report.id} report={report} onAppeal={(text) => appeal(report, text)} />
			))}
			{cursor.value && (
				<button type="button" class="button button--small" onClick={() => void load(cursor.value ?? undefined)}>
					{commentsWords.showMore()}
				</button>
			)}
		</>
	);
}

function Row({ report, onAppeal }: { report: api.Report; onAppeal(text: string): Promise<unknown> }) {
	const { id, kind, label, reason, note, state, createdAt, appeal, appealUntil } = report;
	return (
		<article class="decision" aria-labelledby={`report-${id}`}>
			<header>
				<h2 id={`report-${id}`} dir="auto">
					{label || KINDS[kind]()}
				</h2>
				<span class={`decision__state decision__state--${state}`}>{STATES[state]()}</span>
			</header>
			<p class="quiet">
				{label && `${KINDS[kind]()} · `}
				{REASON_WORDS[reason].label()} · <time dateTime={createdAt}>{day(createdAt)}</time>
			</p>
			{note && (
				<p class="quiet" dir="auto">
					{note}
				</p>
			)}
			{appeal === "waiting" && <p>{standingWords.reportAppealWaits()}</p>}
			{appeal === "rejected" && <p>{standingWords.reportAppealRejected()}</p>}
			{appealUntil && <AppealForm id={id} action={standingWords.askAgain()} send={onAppeal} />}
		</article>
	);
}
