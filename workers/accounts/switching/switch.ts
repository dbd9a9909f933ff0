import { accountNotHere } from "../../../contracts/problems/accounts.ts";
import type { DeviceAccount } from "../../../contracts/switching.ts";
import type { Account } from "../../../contracts/users.ts";
import { type AppContext, SESSION_COOKIE, setCookie } from "../../gateway/index.ts";
import { loadAccount } from "../account.ts";
import { SESSION_LIFETIME_S } from "../sessions/lifetime.ts";
import { revokeSession } from "../sessions/manage.ts";
import { keepOthers, readDevice } from "./device.ts";

/** Accounts of this device, the one in use first. */
export async function accountsOf(context: AppContext): Promise<DeviceAccount[]> {
	const { inUse, others } = await readDevice(context, false);
	const held = inUse === null ? others : [inUse, ...others];
	return Promise.all(
		held.map(async (one) => {
			const { id, username, displayName, avatarUrl, verified } = await loadAccount(context.var.services, one.viewer.userId);
			return { id, username, displayName, avatarUrl, verified, current: one === inUse };
		}),
	);
}

/** Uses another account of this device; the one in use can be switched back to. @throws `not_found` when it is not signed in here */
export async function switchAccount(context: AppContext, userId: string): Promise<Account> {
	const { services, cookies } = context.var;
	const { inUse, others } = await readDevice(context, true);
	if (inUse?.viewer.userId === userId) return loadAccount(services, userId);
	const wanted = others.find(({ viewer }) => viewer.userId === userId);
	if (wanted === undefined) throw accountNotHere();
	const user = await loadAccount(services, userId);
	cookies.push(setCookie(services.config, context.req.url, SESSION_COOKIE, wanted.signed, SESSION_LIFETIME_S));
	const left = others.filter((one) => one !== wanted);
	await keepOthers(context, inUse === null ? left : [inUse, ...left]);
	return user;
}

/** Signs another account of this device out. @throws `not_found` */
export async function removeAccount(context: AppContext, userId: string): Promise<void> {
	const { others } = await readDevice(context, true);
	const unwanted = others.find(({ viewer }) => viewer.userId === userId);
	if (unwanted === undefined) throw accountNotHere();
	await revokeSession(context.var.services, unwanted.viewer, unwanted.viewer.sessionId);
	await keepOthers(
		context,
		others.filter((one) => one !== unwanted),
	);
}
