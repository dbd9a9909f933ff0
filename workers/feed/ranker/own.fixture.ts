import type { Env } from "../../platform/env.ts";
import type { Services } from "../../platform/services.ts";

/** The same services with a ranker of their own: what it leaves in the shared cache is nobody else's. */
export function withOwnRanker(services: Services, name: string): Services {
	const { RANKER } = services.env;
	const own = { idFromName: () => RANKER.idFromName(name), get: (id: DurableObjectId) => RANKER.get(id) };
	return { ...services, env: { ...services.env, RANKER: own as unknown as Env["RANKER"] } };
}
