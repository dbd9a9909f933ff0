import * as z from "zod";
import type { Affinities, Affinity } from "./affinity.ts";
import { EMPTY_HABITS } from "./habits.ts";
import { PRIOR_RATE } from "./quality.ts";
import { emptyTaste, type Taste } from "./taste.ts";
import type { Millis } from "./types.ts";
import { dequantise, fromBase64, norm, normalise, quantise, scale, toBase64 } from "./vectors.ts";

const CODEC_VERSION = 1;

const Direction = z.tuple([z.string(), z.number()]).nullable();
const AffinityRow = z.tuple([z.string(), z.number(), z.number(), z.number(), z.number(), z.number()]);
const Counts = z.array(z.number()).length(EMPTY_HABITS.shown.length);
const Encoded = z.object({
	v: z.literal(CODEC_VERSION),
	at: z.number(),
	n: z.number(),
	interests: z.array(z.tuple([z.string(), z.number(), z.number()])),
	session: Direction,
	dislike: Direction,
	history: z.array(z.tuple([z.string(), z.number(), z.number()])),
	topics: z.array(AffinityRow),
	creators: z.array(AffinityRow),
	sounds: z.array(AffinityRow),
	habits: z.object({
		shown: Counts,
		long: Counts,
		/** Not written before 2026-12: then the prior is what was expected. */
		expected: z.number().optional(),
		recentShown: Counts,
		recentLong: Counts,
		recentExpected: z.number().optional(),
		day: z.number(),
		skipRate: z.number(),
	}),
	mutes: z.array(z.tuple([z.enum(["video", "creator", "topic", "sound"]), z.string(), z.string(), z.string().nullable(), z.number()])),
	weights: z.array(z.tuple([z.string(), z.number()])),
});

const round = (value: number): number => Math.round(value * 1000) / 1000;
const priorOf = (shown: readonly number[]): number => PRIOR_RATE * shown.reduce((sum, count) => sum + count, 0);
/** Times are kept in seconds from the last update: short to write. */
const ago = (at: Millis, from: Millis): number => Math.round((from - at) / 1000);

/** A taste as text, under 20 KB. Vectors keep 8 bits, times a second, numbers three places. */
export function encodeTaste(taste: Taste): string {
	const from = taste.updatedAt;
	const rows = (all: Affinities) =>
		[...all].map(([key, a]) => [key, round(a.long), round(a.longCount), round(a.short), round(a.shortCount), ago(a.at, from)] as const);
	const direction = (vector: Float32Array | null) =>
		vector === null ? null : ([toBase64(quantise(normalise(vector))), round(norm(vector))] as const);
	return JSON.stringify({
		v: CODEC_VERSION,
		at: from,
		n: taste.signals,
		interests: taste.interests.map((one) => [toBase64(quantise(one.vector)), round(one.weight), ago(one.at, from)]),
		session: direction(taste.session),
		dislike: direction(taste.dislike),
		// To the millisecond: a signal's exact time is what tells a replay from a second watch.
		history: taste.history.map((met) => [met.videoId, round(met.strength), from - met.at]),
		topics: rows(taste.topics),
		creators: rows(taste.creators),
		sounds: rows(taste.sounds),
		habits: {
			...taste.habits,
			shown: taste.habits.shown.map(round),
			long: taste.habits.long.map(round),
			expected: round(taste.habits.expected),
			recentExpected: round(taste.habits.recentExpected),
			skipRate: round(taste.habits.skipRate),
		},
		mutes: taste.mutes.map((one) => [
			one.scope,
			one.videoId,
			one.key,
			one.vector === null ? null : toBase64(one.vector),
			ago(one.at, from),
		]),
		weights: [...taste.topicWeights],
	});
}

/** What `encodeTaste` wrote. Null when it is not that, or of another version: begin with an empty taste, and say so. */
export function decodeTaste(text: string): Taste | null {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	const parsed = Encoded.safeParse(value);
	if (!parsed.success) return null;
	const held = parsed.data;
	const time = (seconds: number): Millis => held.at - seconds * 1000;
	const affinities = (rows: readonly z.infer<typeof AffinityRow>[]): Affinities =>
		new Map(
			rows.map(([key, long, longCount, short, shortCount, at]): [string, Affinity] => [
				key,
				{ long, longCount, short, shortCount, at: time(at) },
			]),
		);
	const direction = (one: z.infer<typeof Direction>) => (one === null ? null : scale(dequantise(fromBase64(one[0])), one[1]));
	try {
		return {
			...emptyTaste(held.at),
			signals: held.n,
			interests: held.interests.map(([vector, weight, at]) => ({
				vector: normalise(dequantise(fromBase64(vector))),
				weight,
				at: time(at),
			})),
			session: direction(held.session),
			dislike: direction(held.dislike),
			history: held.history.map(([videoId, strength, at]) => ({ videoId, strength, at: held.at - at })),
			topics: affinities(held.topics),
			creators: affinities(held.creators),
			sounds: affinities(held.sounds),
			habits: {
				...held.habits,
				expected: held.habits.expected ?? priorOf(held.habits.shown),
				recentExpected: held.habits.recentExpected ?? priorOf(held.habits.recentShown),
			},
			mutes: held.mutes.map(([scope, videoId, key, vector, at]) => ({
				scope,
				videoId,
				key,
				vector: vector === null ? null : fromBase64(vector),
				at: time(at),
			})),
			topicWeights: new Map(held.weights),
		};
	} catch {
		// Base64 that isn't: as unreadable as JSON that isn't.
		return null;
	}
}
