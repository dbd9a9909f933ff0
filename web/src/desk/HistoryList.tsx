import type { DecisionRow } from "../../../contracts/desk.ts";
import { ago } from "../ui/format.ts";
import { DECISION_LABELS, reasonLabel, SUBJECT_LABELS } from "./labels.ts";

/** What was decided before about this video and this person. */
export function HistoryList({ history }: { history: readonly DecisionRow[] }) {
	return (
		<section aria-labelledby="desk-history">
			<h3 id="desk-history">Before</h3>
			{history.length === 0 && <p class="quiet">Nothing was decided about them yet.</p>}
			<ul class="desk-history">
				{history.map((row) => (
					<li key={row.id}>
						<p>
							<strong>{DECISION_LABELS[row.decision]}</strong> · {reasonLabel(row.reason)} · {SUBJECT_LABELS[row.subject.kind]}
						</p>
						<p class="quiet">
							{row.by === null ? "by machine" : row.by.name}, {ago(row.at, Date.now())}
							{row.overturnedAt !== null && " · taken back on appeal"}
							{row.performedAt === null && " · not carried out everywhere yet"}
						</p>
						{row.note !== "" && <p dir="auto">{row.note}</p>}
					</li>
				))}
			</ul>
		</section>
	);
}
