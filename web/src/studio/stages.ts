import type { ProcessingStatus } from "../api/videos.ts";
import * as studioWords from "./studio.words.ts";

type Stage = ProcessingStatus["stage"];

/** Named stages in their order, with the words a creator reads. */
const WORDS: Record<Stage, () => string> = {
	queued: studioWords.queued,
	downloading: studioWords.fetching,
	checking: studioWords.checkingFile,
	encoding: studioWords.encoding,
	artwork: studioWords.artwork,
	embedding: studioWords.embedding,
	uploading: studioWords.movingClose,
	publishing: studioWords.publishing,
	done: studioWords.itsUp,
};
const RUNG = /\b(\d{3,4}p)\b/;

/** What happens now, in words. `detail` may name the rendition in the making. */
export function stageWords(stage: Stage, detail?: string): string {
	const rung = stage === "encoding" ? RUNG.exec(detail ?? "")?.[1] : undefined;
	return rung ? studioWords.making({ rung }) : WORDS[stage]();
}

/** Steps shown as a list: some stages are too short to be steps of their own. */
export const STEPS: readonly { label: () => string; stages: readonly Stage[] }[] = [
	{ label: studioWords.checking, stages: ["queued", "downloading", "checking"] },
	{ label: studioWords.encoding, stages: ["encoding", "artwork"] },
	{ label: studioWords.embedding, stages: ["embedding", "uploading"] },
	{ label: studioWords.publishing, stages: ["publishing"] },
];

/** Whether a step is over, under way or to come. */
export function stepState(step: number, stage: Stage): "done" | "now" | "next" {
	const at = stage === "done" ? STEPS.length : STEPS.findIndex(({ stages }) => stages.includes(stage));
	if (step < at) return "done";
	return step === at ? "now" : "next";
}
