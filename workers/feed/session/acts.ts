import { ACT_STRENGTH } from "../../../recommender/strength.ts";
import { type TakenBack, takeBack } from "../../../recommender/take-back.ts";
import { learn, type Taste } from "../../../recommender/taste.ts";
import type { Signal, VideoFeatures } from "../../../recommender/types.ts";
import type { Act } from "./protocol.ts";
import { signalOfAct } from "./signals.ts";

/**
 * An act comes twice: at once by its own call (a heart), and again with the impression it was done in, in either order, late or
 * repeated. It counts once, with the impression where there is one; taken back, it is unlearned.
 */

/** Marks with the time each was set, milliseconds. They outlive the object's memory; the oldest may be forgotten. */
export interface ActLedger {
	times(marks: readonly string[]): ReadonlyMap<string, number>;
	remember(marks: readonly string[], at: number): void;
	forget(marks: readonly string[]): void;
}

const ACTS = Object.keys(ACT_STRENGTH) as TakenBack[];
/** What holds until it is taken back; of the others each one counts. */
const STATES: ReadonlySet<TakenBack> = new Set(["liked", "saved", "followed"]);
const OPPOSITE = { unliked: "liked", unsaved: "saved" } as const;

/** How the marks of acts begin: learned by its own call; learned with an impression; taken back. */
export const ACT_MARKS = ["alone", "shown", "gone"] as const;
const mark =
	(how: (typeof ACT_MARKS)[number]) =>
	(act: TakenBack, videoId: string): string =>
		`${how}.${act}.${videoId}`;
const alone = mark("alone");
const shown = mark("shown");
const gone = mark("gone");

/** Learns from an act's own call, or unlearns it. */
export function learnAct(taste: Taste, { videoId, kind }: Act, video: VideoFeatures, ledger: ActLedger, now: number): Taste {
	if (kind === "unliked" || kind === "unsaved") return unlearn(taste, OPPOSITE[kind], video, ledger, now);
	const known = ledger.times([alone(kind, videoId), shown(kind, videoId)]);
	if (STATES.has(kind)) ledger.forget([gone(kind, videoId)]);
	if (known.has(alone(kind, videoId)) || (STATES.has(kind) && known.has(shown(kind, videoId)))) return taste;
	ledger.remember([alone(kind, videoId)], now);
	return learn(taste, signalOfAct(videoId, kind, video.durationMs, now), video, now);
}

function unlearn(taste: Taste, act: TakenBack, video: VideoFeatures, ledger: ActLedger, now: number): Taste {
	const marks = [alone(act, video.id), shown(act, video.id)];
	const known = ledger.times(marks);
	ledger.forget(marks);
	// An impression told late must not bring back what was taken back since.
	ledger.remember([gone(act, video.id)], now);
	const aloneAt = known.get(alone(act, video.id));
	if (aloneAt !== undefined) return takeBack(taste, { act, at: aloneAt, alone: true }, video);
	const shownAt = known.get(shown(act, video.id));
	return shownAt === undefined ? taste : takeBack(taste, { act, at: shownAt, alone: false }, video);
}

/** Learns from an impression, with what was done in it. */
export function learnShowing(taste: Taste, signal: Signal, video: VideoFeatures, ledger: ActLedger, now: number): Taste {
	const done = ACTS.filter((act) => signal[act]);
	if (done.length === 0) return learn(taste, signal, video, now);
	const known = ledger.times(done.flatMap((act) => [alone(act, video.id), shown(act, video.id), gone(act, video.id)]));
	let held = taste;
	const stale: Partial<Record<TakenBack, false>> = {};
	for (const act of done) {
		const aloneAt = known.get(alone(act, video.id));
		const goneAt = known.get(gone(act, video.id));
		if (goneAt !== undefined && goneAt >= signal.at) stale[act] = false;
		else if (STATES.has(act) && known.has(shown(act, video.id))) stale[act] = false;
		else {
			// The impression tells it as a whole: what its own call taught goes first.
			if (aloneAt !== undefined) held = takeBack(held, { act, at: aloneAt, alone: true }, video);
			ledger.forget([alone(act, video.id)]);
			if (STATES.has(act)) ledger.remember([shown(act, video.id)], Math.min(signal.at, now));
		}
	}
	return learn(held, { ...signal, ...stale }, video, now);
}
