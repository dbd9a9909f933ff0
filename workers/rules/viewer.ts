/** Who is asking. Resolved once per request by the gateway. */
export interface UserViewer {
	readonly kind: "user";
	readonly userId: string;
	readonly sessionId: string;
	readonly teen: boolean;
	/** Their account was found to be of somebody younger than 13: they may appeal, take their data along, and leave. */
	readonly isChild?: boolean;
}
export interface GuestViewer {
	readonly kind: "guest";
	readonly guestId: string;
	/** Named by this very request, which carried no cookie: nothing is begun for who may never bring it back. */
	readonly isNew?: boolean;
}
export type Viewer = UserViewer | GuestViewer;
/** As much of a viewer as says what they may see; of somebody who is not asking now, nobody has told whether they are a teen. */
export type Asker = GuestViewer | (Pick<UserViewer, "kind" | "userId"> & Partial<UserViewer>);

/** Name of the viewer's own session object, and of the viewer in events. */
export const viewerKey = (viewer: Viewer): string => (viewer.kind === "user" ? `user:${viewer.userId}` : `guest:${viewer.guestId}`);

/** The user id, or null for a guest. */
export const userIdOf = (viewer: Asker): string | null => (viewer.kind === "user" ? viewer.userId : null);
