import type { UserSession } from "../../../durable-objects/user-session.ts";
import type { Env } from "../../platform/env.ts";

/** The session object of a viewer, by `user:<id>` or `guest:<id>`. */
export function sessionOf(env: Pick<Env, "USER_SESSION">, viewer: string): DurableObjectStub<UserSession> {
	return env.USER_SESSION.get(env.USER_SESSION.idFromName(viewer));
}
