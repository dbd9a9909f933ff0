import type { NotificationSettings, PushSubscriptionInput, SettingsChange } from "../../../../contracts/notifications.ts";
import { mutedFull, pushKeysInvalid, pushUnavailable } from "../../../../contracts/problems/social.ts";
import type { UserSummary } from "../../../../contracts/users.ts";
import { loadSummaries } from "../../../lists/people.ts";
import type { Services } from "../../../platform/services.ts";
import { mustExistFor, resolveUser } from "../../../rules/users.ts";
import type { UserViewer } from "../../../rules/viewer.ts";
import { inboxOf } from "../protocol.ts";

/** What the viewer is notified of, where, and when not. */
export async function readSettings(services: Services, viewer: UserViewer): Promise<{ settings: NotificationSettings }> {
	const { settings, here, devices } = await inboxOf(services, viewer.userId).standing(viewer.sessionId);
	return { settings: { ...settings, push: { publicKey: services.push.publicKey, here, devices } } };
}

/** @param origin where the viewer uses the app */
export async function changeSettings(
	services: Services,
	viewer: UserViewer,
	change: SettingsChange,
	origin: string,
): Promise<{ settings: NotificationSettings }> {
	await inboxOf(services, viewer.userId).changeSettings(change, origin);
	return readSettings(services, viewer);
}

/** Of whom the viewer is told nothing, latest first, but who is gone. */
export async function listMuted(services: Services, viewer: UserViewer): Promise<{ users: UserSummary[] }> {
	const ids = await inboxOf(services, viewer.userId).muted();
	const people = await loadSummaries(services, ids);
	return { users: ids.flatMap((id) => people.get(id) ?? []) };
}

/** @throws `user_not_found`, `preferences_full` */
export async function muteNoticesOf(services: Services, viewer: UserViewer, reference: string): Promise<void> {
	const userId = await resolveUser(services, reference);
	await mustExistFor(services, viewer, userId);
	if (!(await inboxOf(services, viewer.userId).mute(userId))) throw mutedFull();
}

/** Whoever left can be taken off, too. @throws `user_not_found` for a name nobody has */
export async function unmuteNoticesOf(services: Services, viewer: UserViewer, reference: string): Promise<void> {
	await inboxOf(services, viewer.userId).unmute(await resolveUser(services, reference));
}

/** Pushes to the viewer's browser while this session lasts. @throws `push_unavailable`, `invalid_fields` for keys that nothing can be encrypted for */
export async function subscribe(services: Services, viewer: UserViewer, { endpoint, keys }: PushSubscriptionInput): Promise<void> {
	if (services.push.publicKey === null) throw pushUnavailable();
	if (!(await areKeys(keys))) throw pushKeysInvalid();
	await inboxOf(services, viewer.userId).subscribe({ sessionId: viewer.sessionId, endpoint, keys });
}

export const unsubscribe = (services: Services, userId: string, sessionIds: readonly string[]): Promise<void> =>
	inboxOf(services, userId).unsubscribe(sessionIds);

/** A point on the curve P-256, and a secret of 16 bytes (RFC 8291 §3). */
async function areKeys({ p256dh, auth }: PushSubscriptionInput["keys"]): Promise<boolean> {
	if (Buffer.from(auth, "base64url").length !== 16) return false;
	try {
		await crypto.subtle.importKey("raw", Buffer.from(p256dh, "base64url"), { name: "ECDH", namedCurve: "P-256" }, false, []);
		return true;
	} catch {
		return false;
	}
}
