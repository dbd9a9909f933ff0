import { type SQL, sql } from "drizzle-orm";
import type { StoredManifest } from "../../../contracts/media.ts";
import type { Stage } from "../../../contracts/transcode.ts";
import type { Restriction } from "../../../contracts/videos.ts";
import { videos } from "../../../db/schema/videos.ts";
import { GUARDS, type Guarded, type GuardName } from "./guards.ts";
import type { StoredStatus, VideoRow } from "./row.ts";

/** From one status to another; `previous` is what a deleted video was. */
interface Step {
	readonly to: StoredStatus | "previous";
	readonly if?: GuardName;
}

/** Columns a transition sets, each to a value or to what the row makes of it. */
export type Values = { readonly [Column in keyof VideoRow]?: VideoRow[Column] | SQL };

export interface Transition<Given> {
	/** What may take it, what it becomes, and what must hold besides. */
	readonly from: Readonly<Partial<Record<StoredStatus, Step>>>;
	/** Only the given generation may take it: what comes late from an old one touches nothing. */
	readonly ofGeneration: boolean;
	/** Whether it changes what a card shows of the video: every copy is then outdated. */
	readonly isSeen: boolean;
	/** Whether it is a sign of life of the row's job: the sweeper leaves the row alone for a while. */
	readonly isHeartbeat: boolean;
	/** What else of the row it sets. */
	readonly set: (given: Given, now: Date) => Values;
}

/** What a backend made, as it is stored. Durations in milliseconds, sizes in pixels. */
export type Outputs = Pick<VideoRow, "manifest" | "probe" | "blurhash" | "durationMs" | "width" | "height" | "backend" | "backendRef"> &
	Partial<Pick<VideoRow, "coverServed" | "ownSound" | VectorColumn>>;
type VectorColumn = "embedding" | "embeddingVersion" | "servedVector" | "servedVectorVersion";

interface Failure {
	readonly code: string;
	/** For the creator. */
	readonly message: string;
}

interface Decided {
	readonly restriction: Restriction;
	/** No machine overrules it later. */
	readonly isByPerson: boolean;
}

/** How a sound is cleared: stretches of it silenced, or another in its place. */
type Cleared = Partial<Pick<VideoRow, "muted" | "addedSound" | "soundId">>;

/** What every new generation begins with. */
const MADE_ANEW = {
	stage: "queued",
	progress: 0,
	failureCode: null,
	failureMessage: null,
	// The backend is chosen anew; `backend_ref` names the copy that is served until then.
	backend: "container",
	enqueuedAt: null,
} satisfies Values;

/** From each of these, staying what it is. */
const staying = <S extends StoredStatus>(...statuses: readonly S[]): Record<S, { to: S }> =>
	Object.fromEntries(statuses.map((status) => [status, { to: status }])) as Record<S, { to: S }>;

const ANY = ["processing", "ready", "failed", "review", "blocked", "copyright_flagged", "copyright_blocked", "deleted"] as const;
const THERE = ["processing", "ready", "failed", "review", "blocked", "copyright_flagged", "copyright_blocked"] as const;
/** The newest generation is still to be made: first processing, or a reprocessing while the old one is served. */
const PENDING = { processing: { to: "processing" }, ready: { to: "ready", if: "remade" } } as const;
const pendingTo = (to: StoredStatus) => ({ processing: { to }, ready: { to, if: "remade" } }) as const;

/** A sign of life of a job: it sets what the job says, and no copy changes by it. */
const ofJob = <Given>(set: (given: Given) => Values): Transition<Given> & { ofGeneration: true } => ({
	from: PENDING,
	ofGeneration: true,
	isSeen: false,
	isHeartbeat: true,
	set,
});

/** A generation is made and judged. `stage` is what is still to follow. */
const judged = <Given extends { readonly outputs: Outputs }>(to: StoredStatus, set: (given: Given, now: Date) => Values) =>
	({
		from: pendingTo(to),
		ofGeneration: true,
		isSeen: true,
		isHeartbeat: true,
		set: (given: Given, now: Date): Values => ({
			coverServed: 0,
			ownSound: null,
			// It lies in the folder of the generation it was made of.
			download: null,
			...given.outputs,
			progress: 100,
			failureCode: null,
			failureMessage: null,
			withheldGeneration: null,
			...set(given, now),
		}),
	}) satisfies Transition<Given>;

const withheld = (to: "review" | "blocked" | "copyright_flagged" | "copyright_blocked") =>
	judged(to, ({ generation }: { readonly outputs: Outputs; readonly generation: number }) => ({
		stage: "done",
		withheldGeneration: generation,
	}));

interface Published {
	readonly outputs: Outputs;
	readonly generation: number;
	/** Where it is not given, that of before stays. */
	readonly restriction?: Restriction;
	/** Whose sound it is for the most part: it is listed under that one. */
	readonly creditedTo?: string;
}

/** What is served of it stays; of what never was, nothing is kept. */
const MANIFEST_IF_SERVED = sql`case when ${videos.liveGeneration} is null then null else ${videos.manifest} end`;

/** The same where a verdict kept back what was made. */
const MANIFEST_IF_MADE = sql`case when coalesce(${videos.withheldGeneration}, ${videos.liveGeneration}) is null then null else ${videos.manifest} end`;

/**
 * All that can become of a video after its row was written. Nothing else sets a status, stage, generation or failure; a test reads the
 * sources for it.
 */
export const TRANSITIONS = {
	/** Its job was put on the queue. */
	enqueued: {
		from: staying(...THERE),
		ofGeneration: true,
		isSeen: false,
		isHeartbeat: false,
		set: ({ at }: { readonly at: Date }) => ({ enqueuedAt: at }),
	},
	/** Its job told how far it is; null when it told that it lives. */
	progressed: ofJob((given: { readonly stage?: Stage; readonly progress?: number }) => ({ stage: given.stage, progress: given.progress })),
	/** First renditions can be played by its creator. What is served of a reprocessing is left alone. */
	playable: {
		...ofJob(({ manifest, blurhash }: { readonly manifest: StoredManifest; readonly blurhash: string | null }) => ({
			manifest,
			blurhash: blurhash ?? undefined,
		})),
		from: { processing: { to: "processing", if: "neverLive" } },
	},
	/** Another backend took its job, under that backend's own name; null gives the job back. */
	handedOver: ofJob(({ backendRef }: { readonly backendRef: string | null }) =>
		backendRef === null ? { backendRef } : { backend: "stream", backendRef, stage: "encoding", progress: 5 },
	),
	/** Its newest generation is served from now on. What follows publishing (index, notification) is still to be done; stage `done` says it was. */
	published: judged("ready", ({ generation, outputs, restriction, creditedTo }: Published, now) => ({
		liveGeneration: generation,
		restriction,
		// With a sound of its own it is listed under that, which has the video's id.
		soundId:
			creditedTo !== undefined
				? sql`coalesce(${videos.soundId}, ${creditedTo}::bigint)`
				: outputs.ownSound == null
					? undefined
					: sql`coalesce(${videos.soundId}, ${videos.id})`,
		stage: "publishing",
		publishedAt: sql`coalesce(${videos.publishedAt}, ${now.toISOString()}::timestamptz)`,
	})),
	/** Made, and waiting for a person's verdict: nobody is shown it. */
	held: withheld("review"),
	/** Made, and refused. */
	refused: withheld("blocked"),
	/** Made, and somebody else's recording is in it: its creator takes it out or disputes it, or a person decides. */
	flagged: withheld("copyright_flagged"),
	/** Made, and refused for what in it is somebody else's. */
	claimed: withheld("copyright_blocked"),
	/** What is somebody else's is taken out of its sound: it is made again without that. */
	cleared: {
		from: {
			processing: { to: "processing" },
			ready: { to: "ready" },
			review: { to: "processing" },
			copyright_flagged: { to: "processing" },
			copyright_blocked: { to: "processing" },
		},
		ofGeneration: true,
		isSeen: true,
		isHeartbeat: true,
		set: (given: Cleared) => ({
			generation: sql`${videos.generation} + 1`,
			manifest: MANIFEST_IF_SERVED,
			withheldGeneration: null,
			...given,
			...MADE_ANEW,
		}),
	},
	/**
	 * Taken down by a decision, whatever it is at the moment: a job that goes on finds nothing to publish, and a deletion that is undone
	 * brings back what nobody is shown.
	 */
	takenDown: {
		from: {
			...Object.fromEntries(THERE.map((status) => [status, { to: "blocked" }])),
			deleted: { to: "deleted", if: "undoable" },
		},
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: false,
		set: ({ isByPerson }: Pick<Decided, "isByPerson">, now) => ({
			manifest: MANIFEST_IF_MADE,
			decidedAt: isByPerson ? now : undefined,
			deletedFrom: sql`case when ${videos.status} = 'deleted' then 'blocked' end`,
		}),
	},
	/** Pulled from those who watch, until somebody decides. */
	recalled: {
		from: { ready: { to: "review" }, blocked: { to: "review" }, review: { to: "review" } },
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: false,
		set: (_: object) => ({}),
	},
	/** Let up by a decision: what was kept back is served, or what was served before. What follows publishing is still to be done. */
	approved: {
		from: {
			review: { to: "ready", if: "made" },
			blocked: { to: "ready", if: "made" },
			copyright_flagged: { to: "ready", if: "made" },
			copyright_blocked: { to: "ready", if: "made" },
		},
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: true,
		set: ({ restriction, isByPerson }: Decided, now) => ({
			liveGeneration: sql`coalesce(${videos.withheldGeneration}, ${videos.liveGeneration})`,
			withheldGeneration: null,
			soundId: sql`case when ${videos.ownSound} is null then ${videos.soundId} else coalesce(${videos.soundId}, ${videos.id}) end`,
			restriction,
			decidedAt: isByPerson ? now : undefined,
			stage: "publishing",
			publishedAt: sql`coalesce(${videos.publishedAt}, ${now.toISOString()}::timestamptz)`,
		}),
	},
	/** Let up by a decision when nothing is there to be served: it is made again. */
	readmitted: {
		from: { review: { to: "processing", if: "notMade" }, blocked: { to: "processing", if: "notMade" } },
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: true,
		set: ({ restriction, isByPerson }: Decided, now) => ({
			generation: sql`${videos.generation} + 1`,
			restriction,
			decidedAt: isByPerson ? now : undefined,
			...MADE_ANEW,
		}),
	},
	/** How far it may reach was decided. */
	restricted: {
		from: staying(...ANY),
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: false,
		set: ({ restriction, isByPerson }: Decided, now) => ({ restriction, decidedAt: isByPerson ? now : undefined }),
	},
	/** Its newest generation can't be made. A reprocessing that fails leaves the video up as it was. */
	failed: {
		from: { processing: { to: "failed" }, ready: { to: "ready", if: "remade" } },
		ofGeneration: true,
		isSeen: true,
		isHeartbeat: true,
		set: ({ code, message }: Failure) => ({
			manifest: MANIFEST_IF_SERVED,
			stage: "done",
			failureCode: code,
			failureMessage: message,
		}),
	},
	/** It is made again from its original, as a new generation. */
	reprocessed: {
		from: { processing: { to: "processing" }, failed: { to: "processing" }, ready: { to: "ready" } },
		ofGeneration: true,
		isSeen: true,
		isHeartbeat: true,
		set: (_: object) => ({
			generation: sql`${videos.generation} + 1`,
			manifest: MANIFEST_IF_SERVED,
			...MADE_ANEW,
		}),
	},
	/** What follows publishing was done. */
	announced: {
		from: { ready: { to: "ready", if: "unannounced" } },
		ofGeneration: false,
		isSeen: false,
		isHeartbeat: false,
		set: (_: object) => ({ stage: "done" }),
	},
	/** What follows publishing is to be done again, by the sweeper. */
	unannounced: {
		from: { ready: { to: "ready", if: "announced" } },
		ofGeneration: false,
		isSeen: false,
		isHeartbeat: true,
		set: (_: object) => ({ stage: "publishing" }),
	},
	/** What is up was embedded anew; what follows that is what follows publishing. */
	embedded: {
		from: { ready: { to: "ready", if: "newestLive" } },
		ofGeneration: true,
		isSeen: true,
		isHeartbeat: true,
		set: (vectors: Pick<Outputs, VectorColumn>) => ({ ...vectors, stage: "publishing" }),
	},
	/** Its creator chose another frame for the cover, which is to be made. */
	coverChosen: {
		from: { ready: { to: "ready", if: "live" } },
		ofGeneration: false,
		isSeen: false,
		isHeartbeat: true,
		set: ({ atMs }: { readonly atMs: number }) => ({ coverAtMs: atMs, coverAsked: sql`${videos.coverAsked} + 1` }),
	},
	coverServed: {
		from: { ready: { to: "ready", if: "newestLive" } },
		ofGeneration: true,
		isSeen: true,
		isHeartbeat: false,
		set: ({ number, blurhash }: { readonly number: number; readonly blurhash: string }) => ({ coverServed: number, blurhash }),
	},
	/** A copy to be downloaded was made of what is served. */
	copied: {
		from: { ready: { to: "ready", if: "newestLive" } },
		ofGeneration: true,
		isSeen: true,
		isHeartbeat: false,
		set: ({ name }: { readonly name: string }) => ({ download: name, downloadAskedAt: null }),
	},
	/** Nobody is served it any more. One that is undoable remembers what it was. */
	deleted: {
		from: Object.fromEntries(THERE.map((status) => [status, { to: "deleted" }])),
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: false,
		set: ({ undoable }: { readonly undoable: boolean }, now) => ({
			deletedAt: now,
			deletedFrom: undoable ? sql`${videos.status}` : null,
		}),
	},
	/** It is what it was before its deletion. A job may have been dropped meanwhile: it is to be enqueued again. */
	restored: {
		from: { deleted: { to: "previous", if: "undoable" } },
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: true,
		set: (_: object) => ({ deletedFrom: null, deletedAt: null, enqueuedAt: null }),
	},
	/** From here on there is no way back. */
	undoEnded: {
		from: { deleted: { to: "deleted", if: "undoOver" } },
		ofGeneration: false,
		isSeen: false,
		isHeartbeat: false,
		set: (_: object) => ({ deletedFrom: null }),
	},
	/** Its creator's account is being deleted: nobody is shown it, and all else of it stays. */
	hidden: {
		from: Object.fromEntries(ANY.map((status) => [status, { to: status, if: "notHidden" }])),
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: false,
		set: (_: object, now) => ({ hiddenAt: now }),
	},
	shown: {
		from: Object.fromEntries(ANY.map((status) => [status, { to: status, if: "hidden" }])),
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: false,
		set: (_: object) => ({ hiddenAt: null }),
	},
	/** Its creator's account turned private: what was for everyone is for followers. */
	secluded: {
		from: Object.fromEntries(ANY.map((status) => [status, { to: status, if: "ofPublic" }])),
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: false,
		set: (_: object) => ({ creatorPrivate: true }),
	},
	opened: {
		from: Object.fromEntries(ANY.map((status) => [status, { to: status, if: "ofPrivate" }])),
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: false,
		set: (_: object) => ({ creatorPrivate: false }),
	},
	/** Its creator is a teen: it is brought to nobody who does not follow them. */
	sheltered: {
		from: Object.fromEntries(ANY.map((status) => [status, { to: status, if: "ofAdult" }])),
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: false,
		set: (_: object) => ({ creatorTeen: true }),
	},
	/** Its creator came of age. */
	unsheltered: {
		from: Object.fromEntries(ANY.map((status) => [status, { to: status, if: "ofTeen" }])),
		ofGeneration: false,
		isSeen: true,
		isHeartbeat: false,
		set: (_: object) => ({ creatorTeen: false }),
	},
} satisfies Readonly<Record<string, Transition<never>>>;

export type TransitionName = keyof typeof TRANSITIONS;
/** What a transition is to be told. */
export type Given<Name extends TransitionName> = Parameters<(typeof TRANSITIONS)[Name]["set"]>[0];
/** Those that only the given generation may take. */
export type OfGeneration<Name extends TransitionName> = (typeof TRANSITIONS)[Name]["ofGeneration"];

/** A row as far as transitions look at it. */
export type State = Guarded & Pick<VideoRow, "status">;

/** What a row would be after a transition; null when it is refused. @param now milliseconds since 1970 */
export function statusAfter(name: TransitionName, row: State, now: number): StoredStatus | null {
	const transition: Transition<never> = TRANSITIONS[name];
	const step = transition.from[row.status];
	if (step === undefined || (step.if !== undefined && !GUARDS[step.if].holds(row, now))) return null;
	return step.to === "previous" ? row.deletedFrom : step.to;
}
