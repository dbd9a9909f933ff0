import { Check } from "lucide-preact";
import type { ProcessingStatus } from "../api/videos.ts";
import * as profileWords from "../profile/profile.words.ts";
import { percent } from "../ui/format.ts";
import { STEPS, stageWords, stepState } from "./stages.ts";
import * as studioWords from "./studio.words.ts";
import { timeLeft } from "./timeLeft.ts";

/** What happens to an uploaded video, step by step, until it's up. */
export function ProcessingSteps({ status }: { status: ProcessingStatus | null }) {
	const stage = status?.stage ?? "queued";
	const progress = Math.round(status?.progress ?? 0);
	const seconds = status?.estimatedSecondsLeft ?? null;
	return (
		<div class="processing">
			<div class="processing__head">
				<div role="status">
					<h2>{stageWords(stage, status?.detail)}…</h2>
				</div>
				<strong class="numeric">{percent(progress / 100)}</strong>
			</div>
			<div
				class="processing__bar"
				role="progressbar"
				aria-label={profileWords.processing()}
				aria-valuemin={0}
				aria-valuemax={100}
				aria-valuenow={progress}
			>
				<i style={{ transform: `scaleX(${progress / 100})` }} />
			</div>
			<ol class="steps">
				{STEPS.map(({ label }, step) => {
					const state = stepState(step, stage);
					return (
						<li key={step} class={`step step--${state}`} aria-current={state === "now" ? "step" : undefined}>
							<span class="step__mark">{state === "done" && <Check size={14} strokeWidth={3.2} />}</span>
							{label()}
						</li>
					);
				})}
			</ol>
			<p class="quiet">
				{seconds === null ? studioWords.mayLeave() : studioWords.leftAndMayLeave({ left: capitalized(timeLeft(seconds)) })}
			</p>
		</div>
	);
}

const capitalized = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
