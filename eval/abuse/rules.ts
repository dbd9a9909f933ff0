import { SEEN_AFTER_MS } from "../../contracts/limits.ts";
import { isLongView } from "../../recommender/strength.ts";
import { Allowance, LESSONS_AN_HOUR } from "../../workers/feed/online-learning/allowance.ts";
import { trendingWeight } from "../../workers/feed/retrieval/trending.ts";
import { admit, isSettled, NEWCOMER, type Standing } from "../../workers/feed/session/influence.ts";
import type { ShownEvent } from "../../workers/feed/session/protocol.ts";
import { weightOf } from "../../workers/trust/crowd.ts";
import { beat, judge, minuteOf, NO_PULSE } from "../../workers/videos/engagement/counter/pulse.ts";
import { BEGIN, DURATION_MS, HOUR_MS, type Impression } from "./world.ts";

/** What became of an hour's impressions under a rule. */
export interface Outcome {
	readonly views: ReadonlyMap<number, number>;
	/** Of people, not of attackers. */
	readonly peoplesViews: number;
	/** Videos by what is watched now, the most watched first. */
	readonly trending: readonly number[];
	readonly viral: ReadonlySet<number>;
	/** Impressions of each video that quality and reach learn from. */
	readonly moved: ReadonlyMap<number, number>;
	/** What each video's long views weigh in what is watched now, before they fade. */
	readonly weights: ReadonlyMap<number, number>;
	/** Share of the lessons the ranker took that came from attackers. */
	readonly attackersLessons: number;
}

/** What one impression counts for. */
interface Verdict {
	readonly counts: boolean;
	readonly moves: boolean;
	readonly weight: number;
	readonly spreads: boolean;
	readonly isLong: boolean;
	/** Lessons the ranker takes of it. */
	readonly lessons: number;
}
type Rule = (impression: Impression) => Verdict;

/** Everything but the rule: sums, trending with its fading weight, and the pulse that makes viral. */
function play(impressions: readonly Impression[], rule: Rule): Outcome {
	const end = BEGIN + HOUR_MS;
	const views = new Map<number, number>();
	const rising = new Map<number, number>();
	const moved = new Map<number, number>();
	const weights = new Map<number, number>();
	const minutes = new Map<number, Map<number, number>>();
	let [peoplesViews, lessons, attackersLessons] = [0, 0, 0];
	for (const impression of impressions.toSorted((a, b) => a.at - b.at)) {
		const { video, at, viewer } = impression;
		const verdict = rule(impression);
		if (verdict.counts) {
			views.set(video, (views.get(video) ?? 0) + 1);
			if (!viewer.isAttacker) peoplesViews += 1;
		}
		if (verdict.moves) moved.set(video, (moved.get(video) ?? 0) + 1);
		if (verdict.moves && verdict.isLong) {
			weights.set(video, (weights.get(video) ?? 0) + verdict.weight);
			rising.set(video, (rising.get(video) ?? 0) + verdict.weight * trendingWeight(at, end));
		}
		if (verdict.spreads) {
			const own = minutes.get(video) ?? new Map<number, number>();
			own.set(minuteOf(at), (own.get(minuteOf(at)) ?? 0) + 1);
			minutes.set(video, own);
		}
		lessons += verdict.lessons;
		if (viewer.isAttacker) attackersLessons += verdict.lessons;
	}
	const standing = { publishedAt: BEGIN - 5 * 24 * HOUR_MS, viewsBefore: 200, creatorPerHour: 0 };
	const viral = [...minutes].filter(([, own]) => judge(beat(NO_PULSE, [...own], end), standing, end).pulse.viral !== null);
	return {
		views,
		moved,
		weights,
		peoplesViews,
		trending: [...rising].sort((a, b) => b[1] - a[1]).map(([video]) => video),
		viral: new Set(viral.map(([video]) => video)),
		attackersLessons: lessons === 0 ? 0 : attackersLessons / lessons,
	};
}

/** As it was: whatever is told is a view, by the client's own duration; once a viewer and hour it moves others, too. */
export function before(impressions: readonly Impression[]): Outcome {
	const known = new Set<string>();
	const taught = new Map<string, number>();
	return play(impressions, ({ viewer, video, at, watchMs, claimedMs, isOwn }) => {
		const name = `${viewer.name} ${video} ${Math.floor(at / HOUR_MS)}`;
		const qualifies = watchMs >= SEEN_AFTER_MS && !isOwn && !known.has(name);
		if (qualifies) known.add(name);
		const given = taught.get(viewer.name) ?? 0;
		const lessons = qualifies && given < LESSONS_AN_HOUR ? 1 : 0;
		taught.set(viewer.name, given + lessons);
		const isLong = isLongView({ watchMs, durationMs: claimedMs });
		return { counts: watchMs >= SEEN_AFTER_MS, moves: qualifies, weight: 1, spreads: qualifies, isLong, lessons };
	});
}

const HISTORY: Standing = { ...NEWCOMER, since: BEGIN - 9 * 24 * HOUR_MS, days: 6, impressions: 300 };

/** As it is: the session's gate, the weight beside others of the address, the ranker's allowance. */
export function now(impressions: readonly Impression[]): Outcome {
	const sessions = new Map<string, { standing: Standing; readonly known: Set<string> }>();
	const places = new Map<string, number>();
	const next = (name: string): number => {
		places.set(name, (places.get(name) ?? 0) + 1);
		return places.get(name) ?? 0;
	};
	const allowance = new Allowance();
	return play(impressions, (impression) => {
		const { viewer, video, at } = impression;
		const session = sessions.get(viewer.name) ?? { standing: viewer.hasHistory ? HISTORY : NEWCOMER, known: new Set<string>() };
		sessions.set(viewer.name, session);
		const settled = isSettled(session.standing, at);
		const event = eventOf(impression);
		const { standing, counted } = admit(session.standing, [event], {
			now: at,
			givenAt: () => impression.givenAt,
			isOwn: () => impression.isOwn,
			onceAnHour: (names) => {
				const fresh = new Set(names.filter((name) => !session.known.has(name)));
				for (const name of fresh) session.known.add(name);
				return fresh;
			},
		});
		session.standing = standing;
		const watchMs = counted.get(event);
		if (watchMs === undefined) return { counts: false, moves: false, weight: 0, spreads: false, isLong: false, lessons: 0 };
		const weight = weightOf(settled, {
			alike: next(`${viewer.address} ${video} ${settled}`),
			all: next(viewer.address),
			related: next(`${viewer.network} ${video} ${settled}`),
			around: next(`around ${viewer.network}`),
			newcomers: settled ? 1 : next(`new ${video}`),
			settled: settled ? next(`settled ${video}`) : (places.get(`settled ${video}`) ?? 0),
		});
		const teacher = { viewer: viewer.name, isSettled: settled, address: viewer.address };
		const lessons = weight.counts && weight.moves ? allowance.take(teacher, 1, at) : 0;
		return { ...weight, isLong: isLongView({ watchMs, durationMs: DURATION_MS }), lessons };
	});
}

function eventOf({ video, at, watchMs }: Impression): ShownEvent {
	return {
		eventId: null,
		videoId: String(video),
		at,
		watchMs,
		durationMs: DURATION_MS,
		liked: false,
		commented: false,
		shared: false,
		followed: false,
		replayed: false,
		source: "fyp",
		startupMs: null,
	};
}
