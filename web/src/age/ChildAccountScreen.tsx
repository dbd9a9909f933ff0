import { useSignal } from "@preact/signals";
import { TriangleAlert } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { MIN_AGE_YEARS } from "../../../contracts/limits.ts";
import * as accountWords from "../account/account.words.ts";
import { account, refreshAccount, setAccount } from "../account/session.ts";
import * as accounts from "../api/accounts.ts";
import * as reports from "../api/reports.ts";
import { Link } from "../shell/Link.tsx";
import { useTitle } from "../shell/title.ts";
import { DecisionCard, day } from "../standing/DecisionCard.tsx";
import { FaultNotice } from "../ui/Notice.tsx";
import { tellFault } from "../ui/toasts.tsx";
import * as childAccountWords from "./childAccount.words.ts";
import "./age.css";
import "../account/settings.css";
import "../standing/standing.css";

/** In place of every screen, for whose account was found to be a child's: why, what becomes of it, and what they can do. */
export function ChildAccountScreen() {
	useTitle(childAccountWords.title());
	const [, navigate] = useLocation();
	const decision = useSignal<reports.OwnDecision | null>(null);
	const fault = useSignal<unknown>(null);
	const restriction = account.value?.ageRestriction ?? null;
	const load = async () => {
		fault.value = null;
		try {
			const { decisions } = await reports.listDecisions(null);
			decision.value = decisions.find(({ id }) => id === restriction?.decisionId) ?? null;
			// It may have been taken back, or an appeal answered, since this device last asked.
			await refreshAccount();
		} catch (error) {
			fault.value = error;
		}
	};
	useEffect(() => void load(), []);
	const appeal = async (text: string) => {
		if (decision.value === null) return;
		const answer = await reports.appealDecision(decision.value.id, text);
		decision.value = { ...decision.value, appeal: answer.appeal, appealUntil: null };
		await refreshAccount();
	};
	const logOut = async () => {
		try {
			await accounts.logout();
			setAccount(null);
			navigate("/");
		} catch (error) {
			tellFault(error, () => void logOut());
		}
	};
	if (restriction === null) return null;
	return (
		<main class="page settings standing">
			<header class="page__head">
				<h1>{childAccountWords.title()}</h1>
			</header>
			<section class="standing__state" role="status">
				<TriangleAlert size={28} aria-hidden="true" />
				<div>
					<p>{childAccountWords.lead({ years: MIN_AGE_YEARS })}</p>
					<p>{fateOf(restriction.erasedAt, decision.value?.appeal ?? null)}</p>
				</div>
			</section>
			{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{decision.value && <DecisionCard decision={decision.value} onAppeal={appeal} />}
			<div class="age__acts">
				<Link href="/settings/data" class="button button--wide">
					{childAccountWords.takeAlong()}
				</Link>
				<Link href="/settings/delete" class="button button--wide button--danger">
					{childAccountWords.eraseNow()}
				</Link>
				<button type="button" class="button button--wide button--outline" onClick={() => void logOut()}>
					{accountWords.logOut()}
				</button>
			</div>
		</main>
	);
}

function fateOf(erasedAt: string | null, appeal: reports.Appeal | null): string {
	if (erasedAt === null) return childAccountWords.waits();
	return appeal?.state === "rejected"
		? childAccountWords.erasedOnAfterAppeal({ day: day(erasedAt) })
		: childAccountWords.erasedOn({ day: day(erasedAt) });
}
