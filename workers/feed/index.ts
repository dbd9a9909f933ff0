import type { Services } from "../platform/services.ts";
import type { VideoRecord } from "../videos/cards/index.ts";

/** Makes a video findable: vector index and fresh list. Idempotent. @throws when the index refuses: call again. */
export async function onVideoPublished(_services: Services, _record: VideoRecord): Promise<void> {}

/** Takes a video out of the vector index and every list. Idempotent. @throws when the index refuses: call again. */
export async function onVideoRemoved(_services: Services, _videoId: string): Promise<void> {}

/** The viewer's follows or blocks changed: the queue is made anew with them. Never throws. */
export async function onFollowChanged(_services: Services, _userId: string): Promise<void> {}

/** A guest signed up: what the guest's session learned becomes the user's. Never throws. */
export async function adoptGuestSession(_services: Services, _guestId: string, _userId: string): Promise<void> {}

/** Forgets a session and everything in it (account deletion). */
export async function forgetSession(_services: Services, _viewerKey: string): Promise<void> {}
