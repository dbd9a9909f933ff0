import { useSignal } from "@preact/signals";
import { REASON_NAMES, type Reason } from "../../../contracts/moderation.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import { decideMany } from "./deskApi.ts";
import { DECISION_LABELS, reasonLabel } from "./labels.ts";

const OFFERED = ["dismiss", "approve", "remove", "strike"] as const;

/** Decides what is selected in one go. What could not be decided stays, and is told. */
export function BulkBar({ ids, onDone }: { ids: readonly string[]; onDone(): void }) {
	const reason = useSignal<Reason>("spam");
	const busy = useSignal(false);
	const decide = async (decision: (typeof OFFERED)[number]) => {
		busy.value = true;
		try {
			const { results } = await decideMany({ caseIds: [...ids], decision, reason: reason.value, strike: false });
			const left = results.filter(({ problem }) => problem !== null);
			tell(
				left.length === 0
					? `${results.length} decided`
					: `${results.length - left.length} decided; ${left.length} not: ${left[0]?.problem}`,
			);
			onDone();
		} catch (error) {
			tellFault(error);
		}
		busy.value = false;
	};
	return (
		<section class="desk-bulk" aria-label="Decide together">
			<strong class="numeric">{ids.length} selected</strong>
			<select aria-label="Policy" value={reason.value} onChange={(event) => (reason.value = event.currentTarget.value as Reason)}>
				{REASON_NAMES.map((name) => (
					<option key={name} value={name}>
						{reasonLabel(name)}
					</option>
				))}
			</select>
			{OFFERED.map((decision) => (
				<button key={decision} type="button" class="button button--small" disabled={busy.value} onClick={() => void decide(decision)}>
					{DECISION_LABELS[decision]}
				</button>
			))}
		</section>
	);
}
