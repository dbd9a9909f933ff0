import { CONTROL } from "../../../contracts/experiment-outcomes.ts";
import type { ExperimentReport } from "../../../contracts/experiments.ts";
import { fullCount } from "../ui/format.ts";
import { ArmResult } from "./ArmResult.tsx";
import { dayOf, elapsed, percent, probability } from "./figures.ts";

const STATES = { scheduled: "Scheduled", running: "Running", ended: "Ended" } as const;

function Arms({ report }: { report: ExperimentReport }) {
	const { pValue, mismatch } = report.sampleRatio;
	return (
		<>
			<ul class="arms">
				{report.arms.map(({ arm, viewers, share, expectedShare }) => {
					const parameters = Object.entries(report.experiment.arms.find(({ id }) => id === arm)?.parameters ?? {});
					return (
						<li key={arm} class="arm">
							<span class="arm__name">{arm}</span>
							<span class="quiet arm__parameters">
								{parameters.length === 0 ? "As ever" : parameters.map(([name, value]) => `${name} ${value}`).join(", ")}
							</span>
							<span class="arm__viewers numeric">
								{fullCount(viewers)} <span class="quiet arm__unit">{viewers === 1 ? "viewer" : "viewers"}</span>
							</span>
							<span class={mismatch ? "arm__share arm__share--off numeric" : "quiet arm__share numeric"}>
								{share === null ? "–" : percent(share)}, {percent(expectedShare)} declared
							</span>
						</li>
					);
				})}
			</ul>
			<p class="quiet arms__split">
				{pValue === null
					? "Too few viewers to check the split."
					: mismatch
						? `The split is not as declared (p ${probability(pValue)}).`
						: `The split is as declared (p = ${probability(pValue)}).`}
			</p>
		</>
	);
}

/** One experiment: what is tried, on whom, and what came of it by now. */
export function ExperimentCard({ report }: { report: ExperimentReport }) {
	const { experiment } = report;
	return (
		<article class="experiment" aria-labelledby={`experiment-${experiment.id}`}>
			<header class="experiment__head">
				<h3 id={`experiment-${experiment.id}`}>{experiment.id}</h3>
				<span class={`state state--${experiment.state}`}>{STATES[experiment.state]}</span>
				<span class="quiet experiment__dates">
					{dayOf(experiment.start)} – {dayOf(experiment.end)}
				</span>
			</header>
			<p class="quiet">{experiment.hypothesis}</p>
			<progress class="experiment__time" value={elapsed(report)} aria-label="Time elapsed" />
			<Arms report={report} />
			{report.arms
				.filter(({ arm }) => arm !== CONTROL)
				.map(({ arm }) => (
					<ArmResult key={arm} report={report} arm={arm} />
				))}
		</article>
	);
}
