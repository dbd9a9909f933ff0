import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import * as api from "../api/reports.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { DecisionCard, day } from "./DecisionCard.tsx";
import * as standingWords from "./standing.words.ts";
import "../account/settings.css";
import "./standing.css";

interface SuspendedProps {
	/** They prove whose account it is: there is no session. */
	username: string;
	password: string;
	onBack(): void;
	back: string;
}

type Suspension = Awaited<ReturnType<typeof api.readSuspension>>["suspension"];

/** In place of the log-in form, for who is suspended: until when, why, and how to appeal. */
export function SuspendedScreen({ username, password, onBack, back }: SuspendedProps) {
	const suspension = useSignal<Suspension>(null);
	const fault = useSignal<unknown>(null);
	const load = async () => {
		fault.value = null;
		try {
			const read = await api.readSuspension({ username, password });
			suspension.value = read.suspension;
			// It ended meanwhile.
			if (read.suspension === null) onBack();
		} catch (error) {
			fault.value = error;
		}
	};
	useEffect(() => void load(), []);
	const appeal = async (text: string) => {
		const answer = await api.appealSuspension({ username, password, text });
		const now = suspension.value;
		if (now?.decision) suspension.value = { ...now, decision: { ...now.decision, appeal: answer.appeal, appealUntil: null } };
	};
	const shown = suspension.value;
	return (
		<main class="page settings standing">
			<h1>{standingWords.suspended()}</h1>
			{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
			{shown && (
				<p class="quiet" role="status">
					{shown.until ? standingWords.suspendedUntil({ day: day(shown.until) }) : standingWords.suspendedForGood()}
				</p>
			)}
			{shown?.decision && <DecisionCard decision={shown.decision} onAppeal={appeal} />}
			<button type="button" class="button" onClick={onBack}>
				{back}
			</button>
		</main>
	);
}
