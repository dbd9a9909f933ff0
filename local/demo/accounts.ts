import { login, me, register, updateMe } from "../../contracts/users.ts";
import type { DemoAccount } from "./catalogue.ts";
import { type Client, Refused } from "./client.ts";
import type { DemoRecord } from "./record.ts";

/** A demo account, signed in. */
export interface Member {
	readonly id: string;
	readonly username: string;
	readonly token: string;
}

/**
 * Signs an account in, making it when it is not there yet. A session kept from an earlier run is used while it lasts, since
 * signing in is slow on purpose. @throws Refused when the name belongs to someone with another password
 */
export async function signIn(client: Client, account: DemoAccount, record: DemoRecord, signal: AbortSignal): Promise<Member> {
	const kept = record.session(account.username);
	if (kept !== undefined) {
		const found = await client.call(me, { token: kept, signal }).catch((error: unknown) => {
			if (error instanceof Refused && error.status === 401) return undefined;
			throw error;
		});
		if (found !== undefined) return { id: found.user.id, username: account.username, token: kept };
	}
	const { user, token } = await registerOrLogin(client, account, signal);
	if (user.displayName !== account.displayName || user.bio !== account.bio) {
		await client.call(updateMe, { token, signal, body: { displayName: account.displayName, bio: account.bio } });
	}
	await record.keepSession(account.username, token);
	return { id: user.id, username: account.username, token };
}

async function registerOrLogin(client: Client, { username, password, birthdate }: DemoAccount, signal: AbortSignal) {
	try {
		return await client.call(register, { signal, body: { username, password, birthdate } });
	} catch (error) {
		if (!(error instanceof Refused) || error.code !== "username_taken") throw error;
		return await client.call(login, { signal, body: { username, password } });
	}
}
