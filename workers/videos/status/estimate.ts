import type { VideoRow } from "../state/index.ts";

/** A guess from less progress than this, percent, would only jump about. */
const ESTIMATE_FROM_PERCENT = 5;

/** By the pace since the job was enqueued; null while nothing can be said. */
export function secondsLeft(row: Pick<VideoRow, "status" | "progress" | "enqueuedAt">, now: number): number | null {
	if (row.status !== "processing" || row.enqueuedAt === null || row.progress < ESTIMATE_FROM_PERCENT) return null;
	const elapsed = Math.max(0, now - row.enqueuedAt.getTime()) / 1000;
	return Math.round((elapsed * (100 - row.progress)) / row.progress);
}
