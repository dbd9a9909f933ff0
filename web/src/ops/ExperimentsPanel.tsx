import { useSignal } from "@preact/signals";
import { FlaskConical } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { ExperimentReport } from "../../../contracts/experiments.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { experimentReports, isRefused } from "./access.ts";
import { ExperimentCard } from "./ExperimentCard.tsx";

/** Every declared experiment with its report; `attempt` rising asks again. */
export function ExperimentsPanel({ token, attempt, onRefused }: { token: string; attempt: number; onRefused(): void }) {
	const reports = useSignal<readonly ExperimentReport[] | null>(null);
	const fault = useSignal<unknown>(null);
	const load = () =>
		experimentReports(token).then(
			(found) => {
				fault.value = null;
				reports.value = found;
			},
			(error: unknown) => {
				if (isRefused(error)) onRefused();
				else fault.value = error;
			},
		);
	useEffect(() => void load(), [token, attempt]);
	if (fault.value) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
	if (!reports.value) return <div class="skeleton ops__skeleton ops__skeleton--tall" role="progressbar" aria-label="Loading experiments" />;
	if (reports.value.length === 0) {
		return (
			<Notice icon={<FlaskConical size={28} />} title="Nothing is tried right now">
				Declare an experiment in workers/experiments/declared.ts, and it runs with the next deployment.
			</Notice>
		);
	}
	return (
		<>
			{reports.value.map((report) => (
				<ExperimentCard key={report.experiment.id} report={report} />
			))}
		</>
	);
}
