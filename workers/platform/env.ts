import type { CleanupMessage, EventsMessage, MailMessage, TranscodeMessage } from "../../contracts/queues.ts";
import type { ExperimentLedger } from "../../durable-objects/experiment-ledger.ts";
import type { Inbox } from "../../durable-objects/inbox.ts";
import type { Ranker } from "../../durable-objects/ranker.ts";
import type { TranscoderContainer } from "../../durable-objects/transcoder-container.ts";
import type { UserSession } from "../../durable-objects/user-session.ts";
import type { VideoCounter } from "../../durable-objects/video-counter.ts";

/** What the cloud binds to the Worker; `wrangler.toml` names the same. Strings are read by `config.ts` alone. */
export interface Env {
	ASSETS: Fetcher;
	/** Renditions and artwork. */
	MEDIA: R2Bucket;
	/** Parts of uploads, put there by browsers. */
	INGEST: R2Bucket;
	ARCHIVE: R2Bucket;
	MODELS: KVNamespace;
	VECTORS: Vectorize;
	TRANSCODE_QUEUE: Queue<TranscodeMessage>;
	EVENTS_QUEUE: Queue<EventsMessage>;
	CLEANUP_QUEUE: Queue<CleanupMessage>;
	MAIL_QUEUE: Queue<MailMessage>;
	USER_SESSION: DurableObjectNamespace<UserSession>;
	VIDEO_COUNTER: DurableObjectNamespace<VideoCounter>;
	INBOX: DurableObjectNamespace<Inbox>;
	EXPERIMENT_LEDGER: DurableObjectNamespace<ExperimentLedger>;
	RANKER: DurableObjectNamespace<Ranker>;
	/** Absent where containers don't run: then TRANSCODER_URL names the service. */
	TRANSCODER?: DurableObjectNamespace<TranscoderContainer>;
	/** Per IP: registrations and logins a minute. */
	AUTH_LIMIT: RateLimit;
	/** Per viewer: any request, a minute. */
	REQUEST_LIMIT: RateLimit;
	/** Per IP, whoever they are: any request, a minute. */
	ADDRESS_LIMIT: RateLimit;
	/** Per address: pieces of videos, a minute. */
	MEDIA_LIMIT: RateLimit;
}
