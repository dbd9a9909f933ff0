import type { Head, RankModel, Shape } from "./model.ts";

const shape = (...points: readonly (readonly [number, number])[]): Shape => ({
	knots: points.map(([x]) => x),
	values: points.map(([, y]) => y),
});

const relevance: Head = {
	bias: 0,
	shapes: {
		neighbours: shape([0, 0], [0.05, 1], [0.2, 2.4], [0.6, 3.4]),
		interest: shape([-0.5, -0.4], [0, 0], [0.3, 0.3], [0.9, 1.8]),
		session: shape([0, 0], [0.15, 0.3], [0.7, 1.6]),
		dislike: shape([0, 0], [0.2, -0.3], [0.6, -1.6]),
		topic: shape([-1, -1.6], [0, 0], [0.5, 1], [1.5, 2], [4, 2.6]),
		topicNow: shape([-1, -1.6], [0, 0], [0.5, 1.1], [1.5, 2.2]),
		creator: shape([-1, -1.4], [0, 0], [0.5, 0.5], [1.5, 1], [4, 1.6]),
		sound: shape([-1, -0.5], [0, 0], [1, 0.4]),
		followed: shape([0, 0], [1, 1]),
		popularity: shape([0, 0], [4, 0.7], [10, 1.75], [20, 2.9]),
		rising: shape([0, 0], [4, 0.4], [10, 1.05], [20, 1.8]),
		newcomer: shape([0, 0], [4, 0.3], [10, 0.75], [20, 1.2]),
		age: shape([0, 0.3], [4.6, 0.15], [7.4, 0], [10, -0.3]),
		country: shape([-1, -0.1], [0, 0], [1, 0.3]),
		moment: shape([0, 0], [4, 0.3], [10, 0.8]),
	},
};

const longView: Head = {
	bias: -0.2,
	shapes: {
		quality: shape([-4, -3.2], [0, 0], [4, 3.2]),
		viewer: shape([-4, -3], [0, 0], [4, 3]),
		lengthFit: shape([-0.5, -1.6], [0, 0], [0.5, 1.6]),
		topic: shape([-1, -0.8], [0, 0], [1.5, 0.8]),
		topicNow: shape([-1, -0.4], [0, 0], [1.5, 0.4]),
		creator: shape([-1, -0.8], [0, 0], [1.5, 0.8]),
		interest: shape([0, 0], [0.9, 0.5]),
		liked: shape([0, -0.1], [0.025, 0], [0.3, 0.5]),
	},
};

/** A long view ends near the video's length when short and grows slowly with it when long. */
const watch: Head = {
	bias: 0,
	shapes: {
		length: shape([0, 0.45], [1.6, 1.3], [2.3, 1.8], [3, 2.2], [4, 2.5], [5, 2.6], [6.4, 2.7]),
		quality: shape([-4, -1], [0, 0], [4, 1]),
		viewer: shape([-4, -1], [0, 0], [4, 1]),
		topic: shape([-1, -0.25], [0, 0], [1.5, 0.25]),
	},
};

/**
 * Safe weights for when no trained model can be read: set by hand so that taste leads, popularity breaks ties and is never
 * absent, and every shape is monotone. Ships with the code, so it can't be missing.
 */
export const FALLBACK_MODEL: RankModel = { version: 2, id: "fallback", trainedAt: 0, relevance, longView, watch, longViewShare: 0.5 };
