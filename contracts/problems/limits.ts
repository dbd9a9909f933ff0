import { type LimitedAct, SIGN_IN_PERIOD_S, SIGN_IN_TRIES } from "../limits.ts";
import { ProblemError, type Quota } from "./problem-error.ts";

/** Too much at once, too often, or enough for today. */

const DAY_S = 86_400;

/** "You have … today", by what was done. */
const DONE: Readonly<Record<LimitedAct, (limit: number) => string>> = {
	upload: (limit) => `begun ${limit} uploads`,
	follow: (limit) => `followed ${limit} people`,
	like: (limit) => `liked ${limit} videos`,
	comment: (limit) => `written ${limit} comments`,
	picture: (limit) => `changed your picture ${limit} times`,
	download: (limit) => `had copies of ${limit} videos made`,
	message: (limit) => `sent ${limit} messages`,
	approach: (limit) => `written to ${limit} people who don't know you`,
	search: (limit) => `looked for ${limit} different things`,
};

export const dailyLimit = (act: LimitedAct, limit: number, retryAfterSeconds: number) =>
	new ProblemError("daily_limit", `You have ${DONE[act](limit)} today, which is the most for one day. Go on after midnight, UTC.`, {
		retryAfterSeconds,
		quota: { policy: `${act}-day`, most: limit, windowSeconds: DAY_S },
	});

const rateLimited = (detail: string, retryAfterSeconds: number, quota?: Quota) =>
	new ProblemError("rate_limited", detail, quota === undefined ? { retryAfterSeconds } : { retryAfterSeconds, quota });

export const tooManyRequests = (retryAfterSeconds: number) =>
	rateLimited("Too many requests. Wait a minute, then go on.", retryAfterSeconds);
export const tooManyFromNetwork = (retryAfterSeconds: number) =>
	rateLimited("Too many requests from your network. Wait a minute, then go on.", retryAfterSeconds);
export const tooManyGuests = (retryAfterSeconds: number) =>
	rateLimited("Too many new guests from your network. Wait a minute, or sign in.", retryAfterSeconds);
export const tooManyMessages = (perMinute: number, retryAfterSeconds: number) =>
	rateLimited(`You wrote, changed or reacted ${perMinute} times within a minute. Wait a moment, then go on.`, retryAfterSeconds, {
		policy: "message-minute",
		most: perMinute,
		windowSeconds: 60,
	});
export const tooManyForVideos = (retryAfterSeconds: number) =>
	rateLimited("Too many requests for videos from your network. Wait a minute, then go on.", retryAfterSeconds);
export const tooManyTries = (retryAfterSeconds: number) =>
	rateLimited("Too many tries from your network. Wait a minute, then try again.", retryAfterSeconds);

export function tooManyTriesUnderName(secondsLeft: number): ProblemError {
	const minutes = Math.max(1, Math.ceil(secondsLeft / 60));
	const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
	const detail = `Too many tries to sign in under this name. Wait ${wait}, then try again; where you are signed in already you stay so.`;
	return rateLimited(detail, Math.max(1, secondsLeft), { policy: "sign-in", most: SIGN_IN_TRIES, windowSeconds: SIGN_IN_PERIOD_S });
}

export const tooManyGuestSearches = (retryAfterSeconds: number) =>
	rateLimited("Too many searches from your network within the hour. Wait a while, or sign in.", retryAfterSeconds);

export const tooManySignUps = (retryAfterSeconds: number) =>
	rateLimited("Many accounts were made from your network within the hour. Try again later, or on another network.", retryAfterSeconds);

export const tooManyMails = (perHour: number, retryAfterSeconds: number) =>
	rateLimited(`We sent you ${perHour} mails within the hour. Look into your spam folder, or try again later.`, retryAfterSeconds, {
		policy: "mail-hour",
		most: perHour,
		windowSeconds: 3_600,
	});

export function exportAskedToday(secondsLeft: number): ProblemError {
	const hours = Math.max(1, Math.ceil(secondsLeft / 3_600));
	const wait = hours === 1 ? "an hour" : `${hours} hours`;
	const detail = `You asked for your data within the last day. Try again in ${wait}.`;
	return rateLimited(detail, Math.max(1, secondsLeft), { policy: "export-day", most: 1, windowSeconds: DAY_S });
}

export const tooManyStatusStreams = (retryAfterSeconds: number) =>
	rateLimited("You follow two videos live already. Ask for this one's status every few seconds instead.", retryAfterSeconds);
