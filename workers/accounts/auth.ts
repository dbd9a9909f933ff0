import type { Services } from "../platform/services.ts";
import type { Auth } from "./better-auth.ts";

const opened = new WeakMap<Services, Auth>();

/** better-auth, loaded at its first use in this isolate. */
export async function authOf(services: Services): Promise<Auth> {
	const known = opened.get(services);
	if (known !== undefined) return known;
	const { openAuth } = await import("./better-auth.ts");
	const auth = openAuth(services);
	opened.set(services, auth);
	return auth;
}
