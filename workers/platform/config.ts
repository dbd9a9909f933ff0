import * as z from "zod";

const optional = z
	.string()
	.optional()
	.transform((value) => (value === "" ? undefined : value));
const secret = z.string().min(16, "a secret has at least 16 characters");

/** Strings from vars and secrets. Read once, parsed, frozen; no other file reads `env.X` strings. */
const Variables = z.object({
	ENVIRONMENT: z.enum(["local", "test", "production"]),
	REGION: z.string().default("auto"),
	DATABASE_URL: z.string().min(1),
	/** JSON of shard name or group → connection string; what is not named goes to DATABASE_URL. */
	DATABASE_SHARDS: optional.pipe(z.string().optional()),
	DATABASE_FETCH_ENDPOINT: optional,
	REDIS_URL: z.url(),
	REDIS_TOKEN: z.string().min(1),
	/** The S3 API of all buckets. */
	MEDIA_S3_ENDPOINT: z.string().min(1),
	/**
	 * Origin (and path) browsers reach the S3 API at. Empty: MEDIA_S3_ENDPOINT itself in production, elsewhere the app's own
	 * origin with the path of that.
	 */
	MEDIA_S3_PUBLIC: optional,
	/** Parts of uploads. Addresses for browsers are signed with this token, which reaches no other bucket. */
	INGEST_S3_BUCKET: z.string().min(3),
	INGEST_S3_ACCESS_KEY_ID: z.string().min(1),
	INGEST_S3_SECRET_ACCESS_KEY: z.string().min(1),
	/** Renditions and artwork. */
	MEDIA_S3_BUCKET: z.string().min(3),
	MEDIA_S3_ACCESS_KEY_ID: z.string().min(1),
	MEDIA_S3_SECRET_ACCESS_KEY: z.string().min(1),
	/** The event archive; named so that a probe can see that nothing of it is open. */
	ARCHIVE_S3_BUCKET: z.string().min(3).default("reelay-archive"),
	TRANSCODER_URL: optional,
	TRANSCODER_KEY: secret,
	/** Containers a job may go to, by its video's id; `max_instances` in wrangler.toml. */
	TRANSCODER_INSTANCES: z.coerce.number().int().min(1).default(20),
	/** A job that waited this long in the queue unheard of is taken for lost and enqueued again, seconds. */
	REQUEUE_AFTER_SECONDS: z.coerce.number().int().min(1).default(1_200),
	/** The daily limits of `contracts/limits.ts` times this: more where people develop and test. */
	DAILY_LIMIT_FACTOR: z.coerce.number().int().min(1).default(1),
	/**
	 * How much longer than in the cloud Redis, the vector index and session objects are waited for. Where they share a laptop's
	 * cores with an encoder, a slow answer says nothing of their health.
	 */
	PATIENCE_FACTOR: z.coerce.number().min(1).default(1),
	AUTH_SECRET: secret,
	GRANT_SECRET: secret,
	/** What opens the operators' API outside production, where each of them has a token of their own. */
	ADMIN_TOKEN: z.literal("").or(secret).default(""),
	/** Where child safety reports go, and what opens it. Without it every escalation is refused, in words. */
	AUTHORITY_URL: optional,
	AUTHORITY_TOKEN: optional,
	/** Resend's REST API, or what speaks it. Without MAIL_TOKEN and MAIL_FROM no mail is sent, and what needs one says so. */
	MAIL_API: z.string().default("https://api.resend.com"),
	MAIL_TOKEN: optional,
	/** Sender of every mail, of a domain the provider has verified: `reelay <hello@reelay.example>`. */
	MAIL_FROM: optional,
	/** Keys of web push (RFC 8292), base64url: an uncompressed point of P-256, and its scalar. Without both and a subject nothing is pushed. */
	VAPID_PUBLIC_KEY: optional,
	VAPID_PRIVATE_KEY: optional,
	/** Whom push services may turn to: `mailto:` or https. */
	VAPID_SUBJECT: optional,
	/** Everything is pushed to this address instead of the browsers' push services, which is named in a header: for tests without the internet. */
	PUSH_VIA: optional,
	/** Origin that links in mails lead to; empty: that of the request (a Worker is reached by the addresses of its routes alone). */
	APP_ORIGIN: optional,
	/** Cloudflare Stream as the second backend: off unless all are there. */
	STREAM_API: z.string().default("https://api.cloudflare.com/client/v4"),
	STREAM_ACCOUNT: optional,
	STREAM_TOKEN: optional,
	STREAM_WEBHOOK_SECRET: optional,
	/** Where the account's videos are played from, `https://customer-CODE.cloudflarestream.com`: pages may load from there. */
	STREAM_PLAYBACK: optional,
	/** Queue depth from which new jobs go to Stream. */
	STREAM_OVERFLOW_DEPTH: z.coerce.number().int().min(0).default(50),
	/** Which backend takes jobs: the container, Stream, or the container with Stream as overflow. */
	TRANSCODE_BACKEND: z.enum(["container", "stream", "overflow"]).default("container"),
});

/** Without these the Worker does not start. */
export const REQUIRED_VARIABLES = Object.entries(Variables.shape)
	.filter(([, schema]) => !schema.safeParse(undefined).success)
	.map(([name]) => name);

export type Config = Readonly<z.infer<typeof Variables>>;

const parsed = new WeakMap<object, Config>();

/** The configuration of this isolate. @throws an error that names every variable at fault. */
export function configOf(env: object): Config {
	const known = parsed.get(env);
	if (known !== undefined) return known;
	const result = Variables.safeParse(env);
	if (!result.success) {
		const faults = result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ");
		throw new Error(`The Worker's configuration is incomplete: ${faults}. See wrangler.toml and the secrets named in README.md.`);
	}
	const { data } = result;
	if (data.ENVIRONMENT === "production") data.MEDIA_S3_PUBLIC ??= data.MEDIA_S3_ENDPOINT;
	const config = Object.freeze(data);
	parsed.set(env, config);
	return config;
}
