import { IsolateState } from "../../platform/isolate-state.ts";
import type { Services } from "../../platform/services.ts";

/** The same services with a ranker of their own: what it leaves in the shared cache is nobody else's. */
export function withOwnRanker(services: Services, name: string): Services {
	return { ...services, isolate: new IsolateState(), objects: { ...services.objects, ranker: () => services.objects.ranker(name) } };
}
