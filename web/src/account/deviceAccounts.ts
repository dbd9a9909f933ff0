import { signal } from "@preact/signals";
import * as accounts from "../api/accounts.ts";
import { setAccount } from "./session.ts";

/** Accounts signed in on this device, the one in use first; null before they were asked for. */
export const deviceAccounts = signal<readonly accounts.DeviceAccount[] | null>(null);

export async function loadDeviceAccounts(): Promise<void> {
	deviceAccounts.value = (await accounts.listAccounts()).accounts;
}

/** Uses another account from here on. The page begins anew: nothing that was read for one is shown to another. */
export async function switchTo(userId: string): Promise<void> {
	const { user } = await accounts.switchAccount(userId);
	beginAs(user);
}
export function beginAs(user: accounts.Account, path = "/"): void {
	setAccount(user);
	location.assign(path);
}

export async function removeFromDevice(userId: string): Promise<void> {
	await accounts.removeAccount(userId);
	deviceAccounts.value = deviceAccounts.value?.filter(({ id }) => id !== userId) ?? null;
}
