import { FILTERS_MAX, TOPIC_WEIGHTS_MAX } from "../limits.ts";
import { ProblemError } from "./problem-error.ts";

export const feedUnavailable = () =>
	new ProblemError("unavailable", "The feed can't be loaded for a moment. Try again shortly.", { retryAfterSeconds: 2 });

export const filtersFull = () =>
	new ProblemError("preferences_full", `You have ${FILTERS_MAX} filters, as many as there can be. Remove one, then add this.`);
export const topicsFull = () =>
	new ProblemError(
		"preferences_full",
		`You have set ${TOPIC_WEIGHTS_MAX} topics, as many as there can be. Set one back to “as learned”, then this.`,
	);

export const feedNotPersonal = () =>
	new ProblemError(
		"feed_not_personal",
		"Your feed doesn't learn what you like. Turn that on in the settings of your feed, then choose this.",
	);

export const teensAreTold = () =>
	new ProblemError("not_allowed", "Until you are 18 you are told after at most three hours a day. Choose after how many minutes.");
