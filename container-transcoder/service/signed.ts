import type { MiddlewareHandler } from "hono";
import { verify } from "hono/jwt";
import { CALL_ALGORITHM, CALL_LIFETIME_S, CALL_SKEW_S, digestOf, InternalCall, TO_TRANSCODER } from "../../contracts/internal-call.ts";
import { SeenCalls } from "./seen-calls.ts";

/**
 * Lets through what was signed with the key for exactly this request, and each signature once: what somebody read on the way is of no use
 * to them. To be put after the limit of the body, for it reads the body. Answers 401 otherwise; the reason is told, for a clock that is wrong looks
 * like an attack.
 */
export function signedWith(key: string, clock: () => number = Date.now): MiddlewareHandler {
	const seen = new SeenCalls();
	return async (c, next) => {
		const refuse = (detail: string) => c.json({ status: 401, detail }, 401, { "content-type": "application/problem+json" });
		const nowS = Math.floor(clock() / 1_000);
		const call = await readCall(key, c.req.header("authorization"));
		if (call === null) return refuse("This needs a call signed with the transcoder's key.");
		if (call.exp <= nowS || call.iat > nowS + CALL_SKEW_S || call.exp - call.iat > CALL_LIFETIME_S)
			return refuse("This call's time is over, or has not come: the clocks of Worker and transcoder may differ.");
		const { pathname, search } = new URL(c.req.url);
		if (call.method !== c.req.method || call.path !== `${pathname}${search}`) return refuse("This call was signed for another request.");
		if (call.digest !== (await digestOf(await c.req.arrayBuffer()))) return refuse("This call was signed for another body.");
		if (!seen.take(call.jti, call.exp, nowS)) return refuse("This call has come before.");
		return next();
	};
}

/** What a token says, whatever its time: that is judged by our clock. */
async function readCall(key: string, authorization: string | undefined): Promise<InternalCall | null> {
	const token = authorization?.match(/^Bearer (\S+)$/)?.[1];
	if (token === undefined) return null;
	const payload = await verify(token, key, { alg: CALL_ALGORITHM, aud: TO_TRANSCODER, exp: false, iat: false, nbf: false }).catch(
		() => null,
	);
	return InternalCall.safeParse(payload).data ?? null;
}
