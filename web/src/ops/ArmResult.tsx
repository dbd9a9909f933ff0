import { CircleCheck, CircleMinus, CircleX, Clock, ShieldAlert, TriangleAlert } from "lucide-preact";
import { Fragment } from "preact";
import { CONTROL, outcomeOf } from "../../../contracts/experiment-outcomes.ts";
import type { ExperimentReport, MetricReport, Verdict } from "../../../contracts/experiments.ts";
import { axisOf, figure, percent, probability, signedPercent } from "./figures.ts";
import { IntervalBar } from "./IntervalBar.tsx";

const ICONS: Record<Verdict["code"], typeof Clock> = {
	invalid: TriangleAlert,
	harmful: ShieldAlert,
	worse: CircleX,
	running: Clock,
	no_difference: CircleMinus,
	better: CircleCheck,
};
const TITLES: Record<Verdict["code"], string> = {
	invalid: "Not to be believed",
	harmful: "Does harm",
	worse: "Worse",
	running: "Still running",
	no_difference: "No difference",
	better: "Better",
};

function VerdictLine({ verdict }: { verdict: Verdict }) {
	const Icon = ICONS[verdict.code];
	return (
		<p class={`verdict verdict--${verdict.code}`} role={verdict.code === "invalid" ? "alert" : undefined}>
			<Icon size={20} />
			<span>
				<strong>{TITLES[verdict.code]}.</strong> {verdict.text}
			</span>
		</p>
	);
}

/** In place of a verdict: what it still waits for. */
function Waiting({ report, arm }: { report: ExperimentReport; arm: string }) {
	const viewers = Math.min(...report.arms.filter((one) => one.arm === CONTROL || one.arm === arm).map((one) => one.viewers));
	return (
		<p class="verdict quiet">
			<Clock size={20} />
			<span>
				{report.experiment.state === "scheduled"
					? "It has not begun."
					: `Nothing to say yet: ${viewers.toLocaleString()} of ${report.viewersNeeded.toLocaleString()} viewers an arm.`}
			</span>
		</p>
	);
}

interface MetricRowsProps {
	metric: MetricReport;
	arm: string;
	axis: number | null;
	confidence: number;
}

function MetricRows({ metric, arm, axis, confidence }: MetricRowsProps) {
	const [control, own] = ["control", arm].map((id) => metric.arms.find((one) => one.arm === id));
	const comparison = own?.comparison ?? null;
	const { lift = null, liftInterval = null, minimumDetectableLift = null } = comparison ?? {};
	const outcome = comparison === null ? "unclear" : outcomeOf(metric.better, comparison, confidence);
	const range = liftInterval && `${signedPercent(liftInterval[0])} to ${signedPercent(liftInterval[1])}`;
	const bar =
		lift === null || liftInterval === null || axis === null ? null : (
			<IntervalBar lift={lift} interval={liftInterval} axis={axis} outcome={outcome} />
		);
	return (
		<Fragment>
			<tr class="metric">
				<th scope="row">
					{metric.title}
					<span class="quiet metric__role">
						{metric.role === "primary" ? "Decides" : "Guardrail"} · {metric.better} is better
					</span>
				</th>
				<td class="numeric">{figure(control?.mean ?? null, metric.unit)}</td>
				<td class="numeric">{figure(own?.mean ?? null, metric.unit)}</td>
				<td class="numeric">
					{lift === null ? (
						"–"
					) : (
						<>
							<span class={`lift lift--${outcome}`}>{signedPercent(lift)}</span>
							{outcome !== "unclear" && <span class={`lift__word lift--${outcome}`}>{` ${outcome}`}</span>}
							<span class="quiet lift__interval">{range}</span>
						</>
					)}
				</td>
				<td class="metric__bar">{bar}</td>
				<td class="numeric metric__more">{comparison === null ? "–" : probability(comparison.pValue)}</td>
				<td class="numeric metric__more">{minimumDetectableLift === null ? "–" : `± ${percent(minimumDetectableLift)}`}</td>
			</tr>
			{bar && (
				<tr class="metric-foot">
					<td colSpan={4}>
						<span class="metric-foot__line">
							{bar}
							<span class="quiet numeric">{range}</span>
						</span>
					</td>
				</tr>
			)}
		</Fragment>
	);
}

/** One arm against control: what follows, then each metric with its interval. */
export function ArmResult({ report, arm }: { report: ExperimentReport; arm: string }) {
	const verdict = report.verdicts.find((one) => one.arm === arm);
	const axis = axisOf(report.metrics);
	return (
		<section class="arm-result" aria-label={`${arm} against control`}>
			{verdict === undefined ? <Waiting report={report} arm={arm} /> : <VerdictLine verdict={verdict} />}
			<table class={report.sampleRatio.mismatch ? "metrics metrics--invalid" : "metrics"}>
				<caption class="visually-hidden">{`${arm} against control`}</caption>
				<thead>
					<tr>
						<th scope="col">Metric</th>
						<th scope="col">Control</th>
						<th scope="col">{arm}</th>
						<th scope="col">Change</th>
						<th scope="col" class="metric__bar">
							{axis !== null && (
								<span class="axis numeric">
									<span>{signedPercent(-axis)}</span>
									<span>{signedPercent(axis)}</span>
								</span>
							)}
						</th>
						<th scope="col" class="metric__more">
							p
						</th>
						<th scope="col" class="metric__more">
							Detectable
						</th>
					</tr>
				</thead>
				<tbody>
					{report.metrics.map((metric) => (
						<MetricRows key={metric.metric} metric={metric} arm={arm} axis={axis} confidence={report.confidence} />
					))}
				</tbody>
			</table>
			{axis !== null && (
				<p class="quiet arm-result__note">
					{percent(report.confidence, report.confidence === 0.95 ? 0 : 1)} intervals of the change; bars run from {signedPercent(-axis)} to{" "}
					{signedPercent(axis)}.<span class="arm-result__more"> Detectable: what so many viewers would show in four runs of five.</span>
				</p>
			)}
		</section>
	);
}
