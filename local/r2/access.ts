import { createHash, createHmac } from "node:crypto";
import * as z from "zod";
import type { BucketFacts } from "../supervisor/wrangler-facts.ts";
import { accessDenied } from "./s3-error.ts";
import type { ClaimedSignature } from "./signature.ts";

/** What a credential opens: one bucket, and of it what its paths and actions name. */
export interface Access {
	readonly bucket: BucketFacts;
	may(action: string, key: string): boolean;
}

/**
 * What the session token of temporary credentials says: a JWT signed with the secret of the long-lived key it descends from
 * (developers.cloudflare.com/r2/api/s3/temporary-credentials).
 */
const Claims = z.object({
	bucket: z.string(),
	scope: z.enum(["object-read-only", "object-read-write"]),
	actions: z.array(z.string()).optional(),
	paths: z.object({ prefixPaths: z.array(z.string()), objectPaths: z.array(z.string()) }).optional(),
	iss: z.string(),
	exp: z.number(),
});
type Claims = z.infer<typeof Claims>;

const READING = new Set(["GetObject", "HeadObject", "ListObjectsV2"]);

/** What a signature opens. @throws S3Error when its key is unknown, or it was not made with it over this request */
export function accessOf(keys: readonly BucketFacts[], signature: ClaimedSignature, now: number): Access {
	const bucket = keys.find(({ accessKeyId }) => accessKeyId === signature.accessKeyId);
	if (bucket === undefined) throw accessDenied("There is no such access key.");
	const { sessionToken } = signature;
	const session = sessionToken === null ? null : readToken(sessionToken, bucket, now);
	if (!signature.isMadeWith(session?.secretAccessKey ?? bucket.secretAccessKey)) {
		throw accessDenied("The signature is not that of this request.");
	}
	return { bucket, may: (action, key) => session === null || allows(session.claims, action, key) };
}

function readToken(token: string, { bucket, accessKeyId, secretAccessKey }: BucketFacts, now: number) {
	const refused = accessDenied("The session token is not valid.");
	const [, jwt = ""] = /^jwt\/(.+)$/.exec(Buffer.from(token, "base64").toString()) ?? [];
	const [head, body, mark] = jwt.split(".");
	if (mark !== createHmac("sha256", secretAccessKey).update(`${head}.${body}`).digest("base64url")) throw refused;
	const claims = Claims.safeParse(JSON.parse(Buffer.from(body ?? "", "base64url").toString())).data;
	if (claims === undefined || claims.bucket !== bucket || claims.iss !== accessKeyId || claims.exp * 1000 <= now) throw refused;
	return { claims, secretAccessKey: createHash("sha256").update(jwt).digest("hex") };
}

function allows({ scope, actions, paths }: Claims, action: string, key: string): boolean {
	if (scope === "object-read-only" && !READING.has(action)) return false;
	if (actions !== undefined && !actions.includes(action)) return false;
	return paths === undefined || paths.objectPaths.includes(key) || paths.prefixPaths.some((prefix) => key.startsWith(prefix));
}
