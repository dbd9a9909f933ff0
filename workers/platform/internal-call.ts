import { sign } from "hono/jwt";
import { CALL_ALGORITHM, CALL_LIFETIME_S, digestOf, type InternalCall } from "../../contracts/internal-call.ts";

/** What is signed of a request: its body is whole, for it is signed, too. */
export interface OwnRequest {
	readonly method: string;
	/** Path and query. */
	readonly path: string;
	readonly body?: string | ArrayBuffer;
}

/** The `Authorization` header of a request within the house, good for it alone. @param now milliseconds */
export async function authorizationOf(key: string, audience: string, { method, path, body }: OwnRequest, now: number): Promise<string> {
	const iat = Math.floor(now / 1_000);
	const call: InternalCall = {
		aud: audience,
		jti: crypto.randomUUID(),
		iat,
		exp: iat + CALL_LIFETIME_S,
		method,
		path,
		digest: await digestOf(body),
	};
	return `Bearer ${await sign({ ...call }, key, CALL_ALGORITHM)}`;
}
