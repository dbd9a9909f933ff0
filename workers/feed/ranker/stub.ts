import type { Ranker } from "../../../durable-objects/ranker.ts";
import type { Env } from "../../platform/env.ts";

/** The one ranker there is. */
export const rankerIdOf = ({ RANKER }: Pick<Env, "RANKER">): DurableObjectId => RANKER.idFromName("all");
export const rankerOf = (env: Pick<Env, "RANKER">): DurableObjectStub<Ranker> => env.RANKER.get(rankerIdOf(env));
