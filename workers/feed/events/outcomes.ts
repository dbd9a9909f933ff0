import { MAX_DURATION_MS } from "../../../contracts/limits.ts";
import type { ArmTag, EventsMessage } from "../../../contracts/queues.ts";
import { isLongView, SKIP_MS } from "../../../recommender/strength.ts";
import { joined, type LedgerEntry, NOTHING, type Outcome } from "../../experiments/index.ts";

type Event = EventsMessage["events"][number];

/** One impression counts at most so much watch time, milliseconds: a clip left looping overnight is not a thousand views liked. */
const WATCH_MAX_MS = MAX_DURATION_MS;

/** What a message tells about viewers in experiments; null when it tells nothing. */
export function outcomesOf(message: EventsMessage): LedgerEntry | null {
	const byViewer = new Map<string, Outcome>();
	const add = (tag: ArmTag, outcome: Omit<Outcome, keyof ArmTag>) => {
		const key = `${tag.experiment}\n${tag.unit}`;
		const known = byViewer.get(key);
		const more: Outcome = { experiment: tag.experiment, arm: tag.arm, unit: tag.unit, ...outcome };
		byViewer.set(key, known === undefined ? more : joined(known, more));
	};
	for (const exposure of message.exposures ?? []) add(exposure, { exposedAt: exposure.at, span: null, sums: NOTHING });
	// In the order of time, so that each joins the session before it.
	for (const event of message.events.toSorted((a, b) => a.at - b.at)) {
		if (event.kind !== "watch") continue;
		for (const tag of event.arms ?? []) {
			add(tag, { exposedAt: null, span: { first: event.at, last: event.at }, sums: sumsOf(event) });
		}
	}
	if (byViewer.size === 0) return null;
	return { batchId: message.batchId, at: message.closedAt, outcomes: [...byViewer.values()] };
}

function sumsOf(event: Event): Outcome["sums"] {
	const ofFeed = event.source === "fyp";
	const acted = event.liked || event.commented || event.shared || event.followed;
	const skipped = event.watchMs < SKIP_MS && event.watchMs < event.durationMs / 2 && !acted;
	return {
		impressions: ofFeed ? 1 : 0,
		watchMinutes: Math.min(event.watchMs, WATCH_MAX_MS) / 60_000,
		longViews: ofFeed && isLongView(event) ? 1 : 0,
		skips: ofFeed && skipped ? 1 : 0,
		likes: event.liked ? 1 : 0,
		sessions: 1,
	};
}
