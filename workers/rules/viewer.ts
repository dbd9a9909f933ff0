/** Who is asking. Resolved once per request by the gateway. */
export interface UserViewer {
	readonly kind: "user";
	readonly userId: string;
	readonly sessionId: string;
	readonly teen: boolean;
}
export interface GuestViewer {
	readonly kind: "guest";
	readonly guestId: string;
	/** Named by this very request, which carried no cookie: nothing is begun for who may never bring it back. */
	readonly isNew?: boolean;
}
export type Viewer = UserViewer | GuestViewer;

/** Name of the viewer's own session object, and of the viewer in events. */
export const viewerKey = (viewer: Viewer): string => (viewer.kind === "user" ? `user:${viewer.userId}` : `guest:${viewer.guestId}`);

/** The user id, or null for a guest. */
export const userIdOf = (viewer: Viewer): string | null => (viewer.kind === "user" ? viewer.userId : null);
