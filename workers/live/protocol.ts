import type { CommentSignal } from "../../contracts/live.ts";
import type { Services } from "../platform/services.ts";
import type { NewEvent } from "./log.ts";

/** What of a person's inbox object has to do with their sockets. */
export interface LiveRpc extends Rpc.DurableObjectBranded {
	/** Keeps events, each once per key, and tells all of the person's clients. Durable when it returns. */
	deliver(events: readonly NewEvent[]): void;
	/** Tells the person's clients something that is not kept. @returns whether any of them listens */
	signal(signals: readonly CommentSignal[]): Promise<boolean>;
	/** Closes the sockets of these sessions, of all when none are named. */
	hangUp(sessionIds: readonly string[] | null): void;
}

/** Says to the inbox object whose socket it is: nobody but the Worker reaches it. */
export const VIEWER_HEADER = "x-reelay-viewer";

/** The same object that keeps a person's notices (`social/notifications/`): one socket carries all. */
export const liveOf = ({ objects }: Pick<Services, "objects">, userId: string): DurableObjectStub<LiveRpc> =>
	objects.inbox<LiveRpc>(userId);

/** What a video's room object can be asked: who has its comments open. */
export interface RoomRpc extends Rpc.DurableObjectBranded {
	/** @param until milliseconds since 1970 @returns false when the room is full */
	join(userId: string, until: number): boolean;
	leave(userId: string): void;
	/** Tells everybody who is in the room, soon after it returns. */
	tell(signals: readonly CommentSignal[]): void;
}

export const roomOf = ({ objects }: Pick<Services, "objects">, videoId: string): DurableObjectStub<RoomRpc> =>
	objects.videoRoom<RoomRpc>(videoId);
