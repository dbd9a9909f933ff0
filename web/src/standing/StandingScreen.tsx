import { useSignal } from "@preact/signals";
import { CircleCheck, Scale, TriangleAlert } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useSearch } from "wouter-preact";
import { AskToLogIn } from "../account/AskToLogIn.tsx";
import { isSignedIn } from "../account/session.ts";
import * as api from "../api/reports.ts";
import * as commentsWords from "../comments/comments.words.ts";
import { usePages } from "../people/usePeople.ts";
import { REASON_WORDS } from "../reports/reasons.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { DecisionCard, day } from "./DecisionCard.tsx";
import * as standingWords from "./standing.words.ts";
import "../account/settings.css";
import "./standing.css";

/** How one's account stands: strikes, what it may not do, and every decision with its reasons. With `?video=ID`, of that video alone. */
export function StandingScreen() {
	useTitle(standingWords.standing());
	const videoId = new URLSearchParams(useSearch()).get("video");
	if (!isSignedIn.value) return <AskToLogIn title={standingWords.standing()} back="/settings/standing" />;
	return (
		<main class="page settings standing">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/settings" />
				<h1>{standingWords.standing()}</h1>
			</header>
			{videoId === null && <Summary />}
			<Decisions key={videoId} videoId={videoId} />
		</main>
	);
}

function Summary() {
	const standing = useSignal<api.Standing | null>(null);
	const fault = useSignal<unknown>(null);
	const load = () =>
		api.getStanding().then(
			(read) => {
				standing.value = read;
				fault.value = null;
			},
			(error: unknown) => (fault.value = error),
		);
	useEffect(() => void load(), []);
	if (standing.value === null) {
		if (fault.value !== null) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
		return <div class="skeleton standing__skeleton" role="progressbar" aria-label={standingWords.standing()} />;
	}
	const { state, strikes } = standing.value;
	return (
		<>
			<section class={`standing__state standing__state--${state}`} role="status">
				{state === "good" ? <CircleCheck size={28} aria-hidden="true" /> : <TriangleAlert size={28} aria-hidden="true" />}
				<div>
					<strong>{titleOf(standing.value)}</strong>
					<p class="quiet">{noteOf(standing.value)}</p>
				</div>
			</section>
			{strikes.length > 0 && (
				<section>
					<h2>{standingWords.strikes()}</h2>
					<ul class="standing__strikes">
						{strikes.map(({ decisionId, reason, at, expiresAt }) => (
							<li key={decisionId}>
								<strong>{REASON_WORDS[reason].label()}</strong>
								<span class="quiet">{standingWords.strikeLine({ day: day(at), end: day(expiresAt) })}</span>
							</li>
						))}
					</ul>
					<p class="quiet">{standingWords.ladder()}</p>
				</section>
			)}
		</>
	);
}

function titleOf({ state, strikes }: api.Standing): string {
	if (state === "good") return standingWords.good();
	if (state === "closed") return standingWords.childAccount();
	if (state === "warned") return standingWords.warned({ count: strikes.length });
	return state === "limited" ? standingWords.limited() : standingWords.suspended();
}

function noteOf({ state, limitedUntil, suspendedUntil }: api.Standing): string {
	if (state === "good") return standingWords.goodNote();
	if (state === "warned" || state === "closed") return "";
	if (state === "limited") return limitedUntil ? standingWords.limitedUntil({ day: day(limitedUntil) }) : "";
	return suspendedUntil ? standingWords.suspendedUntil({ day: day(suspendedUntil) }) : standingWords.suspendedForGood();
}

function Decisions({ videoId }: { videoId: string | null }) {
	const { entries, cursor, fault, load } = usePages(async (from) => {
		const { decisions, nextCursor } = await api.listDecisions(videoId, from);
		return { entries: decisions, nextCursor };
	});
	const appeal = async (decision: api.OwnDecision, text: string) => {
		const { appeal } = await api.appealDecision(decision.id, text);
		entries.value = (entries.value ?? []).map((one) => (one.id === decision.id ? { ...one, appeal, appealUntil: null } : one));
	};
	const list = entries.value;
	return (
		<section>
			<h2>{videoId === null ? standingWords.decisions() : standingWords.decisionsOfVideo()}</h2>
			{list === null && fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{list === null && fault.value === null && (
				<div class="skeleton standing__skeleton" role="progressbar" aria-label={standingWords.decisions()} />
			)}
			{list?.length === 0 && (
				<Notice icon={<Scale size={28} />} title={standingWords.none()}>
					{standingWords.noneNote()}
				</Notice>
			)}
			{list?.map((decision) => (
				<DecisionCard key={decision.id} decision={decision} onAppeal={(text) => appeal(decision, text)} />
			))}
			{cursor.value && (
				<button type="button" class="button button--small" onClick={() => void load(cursor.value ?? undefined)}>
					{commentsWords.showMore()}
				</button>
			)}
			{videoId !== null && (
				<Link href="/settings/standing" class="standing__all quiet">
					{standingWords.allDecisions()}
				</Link>
			)}
		</section>
	);
}
