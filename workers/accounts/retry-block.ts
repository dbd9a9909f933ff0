import { underAge } from "../../contracts/problems/accounts.ts";
import { ProblemError } from "../../contracts/problems/problem-error.ts";
import { type AppContext, openToken, readCookie, setCookie, signToken, UNDER_AGE_COOKIE } from "../gateway/index.ts";

/** Who was told to be too young can't try another birthdate for so long, seconds. */
const BLOCKED_S = 24 * 3_600;

/**
 * A browser in which somebody gave a birthdate of a child makes no account for a day, whatever date is given next. The browser keeps a
 * signed time and nothing else; nothing is kept of it here (COPPA asks for a neutral age screen that can't be tried until it lets one in).
 * @throws ProblemError under_age while it lasts, and what `make` does
 */
export async function unlessTooYoung<T>(context: AppContext, make: () => Promise<T>): Promise<T> {
	const { services } = context.var;
	const { config, clock } = services;
	const token = readCookie(config, context.req.raw, UNDER_AGE_COOKIE);
	const until = token === null ? null : openToken(config.AUTH_SECRET, "under_age", token);
	if (until !== null && Number(until) > clock()) throw underAge();
	try {
		return await make();
	} catch (error) {
		if (error instanceof ProblemError && error.code === "under_age") {
			const value = signToken(config.AUTH_SECRET, "under_age", String(clock() + BLOCKED_S * 1_000));
			context.var.cookies.push(setCookie(config, context.req.url, UNDER_AGE_COOKIE, value, BLOCKED_S));
		}
		throw error;
	}
}
