import { sql } from "drizzle-orm";
import { AVATAR_SIDE } from "../../../contracts/limits.ts";
import { PICTURE_TYPE } from "../../../contracts/pictures.ts";
import { pictureMissing } from "../../../contracts/problems/pictures.ts";
import type { Account } from "../../../contracts/users.ts";
import { profiles } from "../../../db/schema/users.ts";
import { invalidateUser } from "../../lists/people.ts";
import { inBackground } from "../../platform/background.ts";
import { untilHeard } from "../../platform/changes.ts";
import { remakePicture } from "../../platform/pictures.ts";
import type { Services } from "../../platform/services.ts";
import { returnAllowance, spendAllowance } from "../../quotas/index.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { refuseExplicit } from "../../trust/index.ts";
import { loadAccount } from "../account.ts";
import { addressOf, folderOf, keyAt, keyOf } from "./address.ts";

/**
 * Makes a chosen file the viewer's picture, drawn anew; the one before is removed. @throws `picture_refused` in words, `daily_limit`,
 * `unavailable` when nothing was changed and it is worth trying again
 */
export async function setAvatar(services: Services, { userId }: UserViewer, file: ArrayBuffer): Promise<Account> {
	if (file.byteLength === 0) throw pictureMissing();
	const attempt = services.newId();
	await spendAllowance(services, userId, "picture", attempt, async () => false);
	const made = await remakePicture(services, userId, file, { fit: "cover", width: AVATAR_SIDE, height: AVATAR_SIDE }).catch(
		async (error: unknown) => {
			await returnAllowance(services, userId, "picture", attempt);
			throw error;
		},
	);
	refuseExplicit(made);
	// Its own each time: an address never changes its picture, and what is removed is never one that was chosen again.
	const name = crypto.randomUUID().replaceAll("-", "");
	await services.media.put(keyOf(userId, name), made.bytes, { httpMetadata: { contentType: PICTURE_TYPE } });
	const previous = await writeAddress(services, userId, addressOf(userId, name));
	if (previous !== null) inBackground(services.log, "avatars_not_removed", removePrevious(services, previous));
	services.log.info("avatar_changed", { userId, bytes: made.bytes.byteLength });
	return loadAccount(services, userId);
}

/** Goes back to initials; repeated, it changes nothing. When it returns, nothing is left of the picture. */
export async function removeAvatar(services: Services, { userId }: UserViewer): Promise<Account> {
	await loadAccount(services, userId);
	await writeAddress(services, userId, null);
	await eraseAvatarsOf(services, userId);
	return loadAccount(services, userId);
}

/** Removes every picture a person had (also what follows from their erasure). */
export async function eraseAvatarsOf({ media }: Pick<Services, "media">, userId: string): Promise<void> {
	const { objects } = await media.list({ prefix: folderOf(userId) });
	if (objects.length > 0) await media.delete(objects.map(({ key }) => key));
}

/** @returns the address before; of two that write at once, each is told another */
async function writeAddress(services: Services, userId: string, avatarUrl: string | null): Promise<string | null> {
	const { rows } = await services.db.user(userId).execute<{ previous: string | null }>(sql`
		WITH before AS (SELECT ${profiles.avatarUrl} AS previous FROM ${profiles} WHERE ${profiles.userId} = ${userId} FOR UPDATE)
		UPDATE ${profiles} SET avatar_url = ${avatarUrl} FROM before WHERE ${profiles.userId} = ${userId} RETURNING before.previous`);
	await invalidateUser(services, userId);
	return rows[0]?.previous ?? null;
}

/** Once no isolate names it any more. */
async function removePrevious(services: Services, address: string): Promise<void> {
	await untilHeard();
	const key = keyAt(address);
	if (key !== null) await services.media.delete(key);
}
