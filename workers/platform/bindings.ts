import type { CleanupMessage, EventsMessage, ExportMessage, MailMessage, TranscodeMessage } from "../../contracts/queues.ts";
import type { Env } from "./env.ts";

/** What an object of the class that `Class` describes can be asked, by the object's name. */
type Open = <Class extends Rpc.DurableObjectBranded>(name: string) => DurableObjectStub<Class>;

/** What the cloud gives, under the names that features use. */
export interface Bindings {
	/** Renditions and artwork. */
	readonly media: R2Bucket;
	/** Parts of uploads, put there by browsers. */
	readonly ingest: R2Bucket;
	/** Events, the catalogue and models, for the trainer and from it. */
	readonly archive: R2Bucket;
	/** Archives of people's own data, a few days each. */
	readonly exports: R2Bucket;
	readonly models: KVNamespace;
	readonly vectors: Vectorize;
	readonly queues: {
		readonly transcode: Queue<TranscodeMessage>;
		readonly events: Queue<EventsMessage>;
		readonly cleanup: Queue<CleanupMessage>;
		readonly mail: Queue<MailMessage>;
		readonly exports: Queue<ExportMessage>;
	};
	readonly objects: {
		/** By `user:<id>` or `guest:<id>`. */
		readonly session: Open;
		/** By a video's id, or the name of a shard of it. */
		readonly counter: Open;
		/** By a user's id. */
		readonly inbox: Open;
		/** By a video's id. */
		readonly videoRoom: Open;
		/** By a conversation's id. */
		readonly conversation: Open;
		readonly ledger: Open;
		readonly ranker: Open;
		/** Null where containers don't run. */
		readonly transcoder: Open | null;
	};
	/** Requests a minute; how many is said in `wrangler.toml`. */
	readonly limits: {
		readonly auth: RateLimit;
		readonly request: RateLimit;
		readonly address: RateLimit;
		readonly media: RateLimit;
		readonly message: RateLimit;
	};
}

/** The one place where a name becomes an object's stub: which class is behind a binding is said in `wrangler.toml`, out of the types' sight. */
const opener =
	(namespace: DurableObjectNamespace): Open =>
	<Class extends Rpc.DurableObjectBranded>(name: string) =>
		namespace.get(namespace.idFromName(name)) as unknown as DurableObjectStub<Class>;

export function bindingsOf(env: Env): Bindings {
	return {
		media: env.MEDIA,
		ingest: env.INGEST,
		archive: env.ARCHIVE,
		exports: env.EXPORTS,
		models: env.MODELS,
		vectors: env.VECTORS,
		queues: {
			transcode: env.TRANSCODE_QUEUE,
			events: env.EVENTS_QUEUE,
			cleanup: env.CLEANUP_QUEUE,
			mail: env.MAIL_QUEUE,
			exports: env.EXPORT_QUEUE,
		},
		objects: {
			session: opener(env.USER_SESSION),
			counter: opener(env.VIDEO_COUNTER),
			inbox: opener(env.INBOX),
			videoRoom: opener(env.VIDEO_ROOM),
			conversation: opener(env.CONVERSATION),
			ledger: opener(env.EXPERIMENT_LEDGER),
			ranker: opener(env.RANKER),
			transcoder: env.TRANSCODER === undefined ? null : opener(env.TRANSCODER),
		},
		limits: {
			auth: env.AUTH_LIMIT,
			request: env.REQUEST_LIMIT,
			address: env.ADDRESS_LIMIT,
			media: env.MEDIA_LIMIT,
			message: env.MESSAGE_LIMIT,
		},
	};
}
