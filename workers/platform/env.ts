import type { CleanupMessage, EventsMessage, ExportMessage, MailMessage, TranscodeMessage } from "../../contracts/queues.ts";

/**
 * What the cloud binds to the Worker; `wrangler.toml` names the same. Only the roots know it (`workers/index.ts`, the gateway's first step
 * and the objects' constructors): features take from `Services` what they need. Strings are read by `config.ts` alone.
 */
export interface Env {
	ASSETS: Fetcher;
	/** Renditions and artwork. */
	MEDIA: R2Bucket;
	/** Parts of uploads, put there by browsers. */
	INGEST: R2Bucket;
	ARCHIVE: R2Bucket;
	/** Archives of people's own data. */
	EXPORTS: R2Bucket;
	MODELS: KVNamespace;
	VECTORS: Vectorize;
	/** One point an event; see `metrics.ts`. */
	METRICS: AnalyticsEngineDataset;
	TRANSCODE_QUEUE: Queue<TranscodeMessage>;
	EVENTS_QUEUE: Queue<EventsMessage>;
	CLEANUP_QUEUE: Queue<CleanupMessage>;
	MAIL_QUEUE: Queue<MailMessage>;
	EXPORT_QUEUE: Queue<ExportMessage>;
	USER_SESSION: DurableObjectNamespace;
	VIDEO_COUNTER: DurableObjectNamespace;
	INBOX: DurableObjectNamespace;
	VIDEO_ROOM: DurableObjectNamespace;
	CONVERSATION: DurableObjectNamespace;
	EXPERIMENT_LEDGER: DurableObjectNamespace;
	RANKER: DurableObjectNamespace;
	/** Absent where containers don't run: then TRANSCODER_URL names the service. */
	TRANSCODER?: DurableObjectNamespace;
	/** Per IP: registrations and logins a minute. */
	AUTH_LIMIT: RateLimit;
	/** Per viewer: any request, a minute. */
	REQUEST_LIMIT: RateLimit;
	/** Per IP, whoever they are: any request, a minute. */
	ADDRESS_LIMIT: RateLimit;
	/** Per user: messages of all conversations together, a minute. */
	MESSAGE_LIMIT: RateLimit;
	/** Per address: pieces of videos, a minute. */
	MEDIA_LIMIT: RateLimit;
}
