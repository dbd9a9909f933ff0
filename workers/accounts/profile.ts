import { eq } from "drizzle-orm";
import type { BodyOf } from "../../contracts/endpoint.ts";
import type { Account, updateMe } from "../../contracts/users.ts";
import { profiles } from "../../db/schema/users.ts";
import { invalidateUser } from "../lists/people.ts";
import { emitOrFail } from "../platform/events.ts";
import type { Services } from "../platform/services.ts";
import type { UserViewer } from "../rules/viewer.ts";
import { screenText } from "../trust/index.ts";
import { loadAccount } from "./account.ts";

/** Changes what the viewer tells of themselves; what is undefined stays. */
export async function updateProfile(services: Services, viewer: UserViewer, changes: BodyOf<typeof updateMe>): Promise<Account> {
	// Also makes the profile where it is missing.
	const account = await loadAccount(services, viewer.userId);
	if (Object.values(changes).every((change) => change === undefined)) return account;
	await services.db.user(viewer.userId).update(profiles).set(changes).where(eq(profiles.userId, viewer.userId));
	await invalidateUser(services, viewer.userId);
	screenProfile(services, viewer.userId, { name: changes.displayName, bio: changes.bio });
	const { isPrivate } = changes;
	// Also when it was so before: what a call before this one left undone is done now.
	if (isPrivate !== undefined) await emitOrFail(services, "turned", { userId: viewer.userId, isPrivate });
	return { ...account, ...withoutUndefined(changes) };
}

/** What a person calls themselves and tells of themselves. */
export const screenProfile = (services: Services, id: string, fields: Readonly<Record<string, string | null | undefined>>): void =>
	screenText(services, { subject: { kind: "profile", id, ownerId: id }, fields });

function withoutUndefined<T extends object>(value: T): Partial<T> {
	return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Partial<T>;
}
