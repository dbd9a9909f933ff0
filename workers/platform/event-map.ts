import type { Decision, Queue, Reason, Subject } from "../../contracts/moderation.ts";
import type { Viewer } from "../rules/viewer.ts";

/** What may be done to a video that others follow up on. */
export type ActKind = "liked" | "unliked" | "saved" | "unsaved" | "shared" | "commented" | "uncommented";

/** A comment as people are told of it. */
export interface CommentWritten {
	readonly id: string;
	readonly text: string;
	readonly createdAt: Date;
	readonly rootId: string | null;
	readonly replyToId: string | null;
	readonly mentions: readonly { readonly userId: string }[];
}

/** What names the spaces a video has vectors in. */
interface Spaces {
	readonly embeddingVersion: string | null;
	readonly servedVectorVersion: string | null;
}

/** What happens, and what is told of it. Which steps follow is said in `workers/events.ts`. */
export interface EventMap {
	/** A video is up, perhaps not for everyone. `news` is what its creator is told; null when they know. */
	readonly published: { readonly videoId: string; readonly userId: string; readonly news: string | null };
	/** What is up changed: its words or vector, who may see it, or whether it is viral. */
	readonly changed: { readonly videoId: string; readonly userId: string | null; readonly what: "words" | "audience" | "virality" };
	/** A generation was given up and nothing is served of the video, for a reason in words. */
	readonly failed: { readonly videoId: string; readonly userId: string; readonly generation: number; readonly text: string };
	/** A verdict was given against what was up. */
	readonly withheld: { readonly videoId: string; readonly userId: string; readonly spaces: Spaces };
	/** What becomes of a video that was made is not that it is published: it is refused, or waits for a person. */
	readonly judged: {
		readonly videoId: string;
		readonly userId: string;
		readonly title: string;
		readonly generation: number;
		readonly verdict: "review" | "block" | "copyright_hold" | "copyright_block" | "muted" | "replaced";
		/** Something of it was served until now. */
		readonly wasUp: boolean;
	};
	/** Something was decided about what somebody posted, or about their account: told again until every step before the acknowledgement is done. */
	readonly decided: {
		readonly decisionId: string;
		readonly caseId: string;
		readonly queue: Queue;
		readonly subject: Subject;
		readonly decision: Decision;
		readonly reason: Reason;
		/** In the reviewer's words. */
		readonly note: string;
		/** Until when a suspension or limit lasts; null: for good, or not one of these. */
		readonly until: Date | null;
		/** Null: the machine's. */
		readonly operatorId: string | null;
		/** The decision this one answers an appeal against: `approve` took it back, `dismiss` upheld it. */
		readonly appealOf: string | null;
	};
	/**
	 * A second reviewer looked at something that was reported and left as it is, because its reporter appealed. Nothing is given back or taken
	 * by that: where they agree, it is decided about anew.
	 */
	readonly reconsidered: EventMap["decided"];
	/** A report was decided on: something was done about it, or nothing was wrong. `label` is what the reporter saw of it. Told again until it is done. */
	readonly reportSettled: {
		readonly reportId: string;
		readonly reporterId: string;
		readonly isUpheld: boolean;
		readonly label: string;
	};
	/** A second reviewer looked at a decision that was appealed against: by who it is about, or by who reported it in vain. */
	readonly appealSettled: {
		readonly appealId: string;
		readonly userId: string;
		readonly isReporter: boolean;
		/** The decision was taken back, or is made anew. */
		readonly isUpheld: boolean;
		readonly label: string;
		/** The second reviewer's reasons, which name nobody. */
		readonly outcome: string;
	};
	/** An account was suspended: nothing of it is shown; `readmitted` takes it back. */
	readonly suspended: { readonly userId: string };
	readonly readmitted: { readonly userId: string };
	/** The time is over for which an account was recommended to nobody. */
	readonly limitEnded: { readonly userId: string };
	/** A video reached a round number of views or likes; told once for each. */
	readonly milestone: { readonly videoId: string; readonly what: "views" | "likes"; readonly count: number };
	/** Nobody is served the video any more, for good. */
	readonly deleted: { readonly videoId: string; readonly userId: string };
	/** Its objects were removed; told again with each purge. `spaces` name its vectors where the row may be gone. */
	readonly removed: {
		readonly videoId: string;
		readonly userId: string;
		/** The first purge of a deletion. */
		readonly first: boolean;
		readonly spaces?: Spaces;
	};
	/** `creatorId` and `title` are of the video, where they are known. */
	readonly acted: {
		readonly viewer: Viewer;
		readonly videoId: string;
		readonly kind: ActKind;
		readonly creatorId?: string;
		readonly title?: string;
		readonly comment?: CommentWritten;
		/** A comment that was deleted, of whoever wrote it; not there for one that nobody else saw. */
		readonly removed?: { readonly id: string; readonly userId: string };
	};
	/** A comment that had to be approved was. */
	readonly commentShown: {
		readonly authorId: string;
		readonly videoId: string;
		readonly creatorId: string;
		readonly comment: CommentWritten;
	};
	readonly commentEdited: {
		readonly authorId: string;
		readonly videoId: string;
		readonly creatorId: string;
		readonly before: CommentWritten;
		readonly comment: CommentWritten & { readonly heldAt: Date | null };
	};
	readonly commentLiked: {
		readonly userId: string;
		readonly videoId: string;
		readonly comment: CommentWritten & { readonly userId: string };
	};
	/** Somebody passed a video on to their followers, or took that back; `creatorId` is null where it can't be known any more. */
	readonly reposted: { readonly userId: string; readonly videoId: string; readonly creatorId: string; readonly title: string };
	readonly unreposted: { readonly userId: string; readonly videoId: string; readonly creatorId: string | null };
	/** What somebody did is erased: `ofUserId` was told of it. */
	readonly unacted: { readonly actorId: string; readonly ofUserId: string };
	/** How `userId`, who did it, stands to another changed: whom they accept or remove is `otherId`. */
	readonly followed: {
		readonly userId: string;
		readonly otherId: string;
		readonly kind:
			| "follow"
			| "unfollow"
			| "request"
			| "unrequest"
			| "accept"
			| "decline"
			| "remove"
			| "block"
			| "unblock"
			| "mute"
			| "unmute";
		readonly isNew: boolean;
	};
	/** Which hashtags somebody follows changed. */
	readonly hashtagFollowed: { readonly userId: string };
	/** An account turned private or public: its own row says so already. Told again, it does no harm. */
	readonly turned: { readonly userId: string; readonly isPrivate: boolean };
	/** A teen turned eighteen and asked for an adult's account: its rows say so already. Told again, it does no harm. */
	readonly cameOfAge: { readonly userId: string };
	/** Somebody signed up; `guestId` is who they were until then, null where that is not known. */
	readonly joined: { readonly guestId: string | null; readonly userId: string; readonly isTeen: boolean };
	/** Sessions of a person were ended: what hangs on them ends too. */
	readonly signedOut: { readonly userId: string; readonly sessionIds: readonly string[] };
	/** A person wants this by mail. `text` is what is told in words, `origin` where they use the app, as far as it is known. */
	readonly mailDue: {
		readonly userId: string;
		readonly list: "digest" | "video_failed";
		readonly text: string;
		readonly origin: string | null;
	};
	/** Something about the account was changed that its owner should know of. */
	readonly secured: { readonly userId: string; readonly text: string; readonly key: string };
	/** The copy of their data that somebody asked for is there, or could not be made. */
	readonly exported: { readonly userId: string; readonly exportId: string; readonly isReady: boolean; readonly origin: string };
	/** Nobody is to see this person any more; `returned` takes it back. */
	readonly left: { readonly userId: string };
	readonly returned: { readonly userId: string };
	/** The person's time is over: everything goes, in as many rounds as it takes. `forgotten` is the last, with nothing else left. */
	readonly erased: { readonly userId: string };
	readonly forgotten: { readonly userId: string };
}

export type EventName = keyof EventMap;
