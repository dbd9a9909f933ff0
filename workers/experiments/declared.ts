import { declare } from "./declaration.ts";

/**
 * Every experiment there is: this is the one place to begin, change or end one. Shares are of all viewers; scaling all arms
 * up alike keeps everyone's arm. One that ended stays here as long as its report is wanted.
 */
export const EXPERIMENTS = declare([
	{
		id: "exploration-share",
		hypothesis: "One slot in eight for new and uncertain videos, in place of one in five, is watched longer without boring anyone.",
		start: "2026-11-01T00:00:00Z",
		end: "2027-11-01T00:00:00Z",
		metric: "watch_minutes",
		guardrails: ["sessions", "long_view_rate", "skip_rate"],
		arms: [
			{ id: "control", share: 0.5 },
			{ id: "one-in-eight", share: 0.5, parameters: { exploration: 0.125 } },
		],
	},
]);
