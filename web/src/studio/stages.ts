import type { ProcessingStatus } from "../api/videos.ts";

type Stage = ProcessingStatus["stage"];

/** Named stages in their order, with the words a creator reads. */
const WORDS: Record<Stage, string> = {
	queued: "Waiting for its turn",
	downloading: "Fetching your video",
	checking: "Checking the file",
	encoding: "Making it play everywhere",
	artwork: "Picking a cover",
	embedding: "Learning what it's about",
	uploading: "Moving it close to viewers",
	publishing: "Publishing",
	done: "It's up",
};
const RUNG = /\b(\d{3,4}p)\b/;

/** What happens now, in words. `detail` may name the rendition in the making. */
export function stageWords(stage: Stage, detail?: string): string {
	const rung = stage === "encoding" ? RUNG.exec(detail ?? "")?.[1] : undefined;
	return rung ? `Making ${rung}` : WORDS[stage];
}

/** Steps shown as a list: some stages are too short to be steps of their own. */
export const STEPS: readonly { label: string; stages: readonly Stage[] }[] = [
	{ label: "Checking", stages: ["queued", "downloading", "checking"] },
	{ label: "Making it play everywhere", stages: ["encoding", "artwork"] },
	{ label: "Learning what it's about", stages: ["embedding", "uploading"] },
	{ label: "Publishing", stages: ["publishing"] },
];

/** Whether a step is over, under way or to come. */
export function stepState(step: number, stage: Stage): "done" | "now" | "next" {
	const at = stage === "done" ? STEPS.length : STEPS.findIndex(({ stages }) => stages.includes(stage));
	if (step < at) return "done";
	return step === at ? "now" : "next";
}
