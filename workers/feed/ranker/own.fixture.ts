import type { Services } from "../../platform/services.ts";

/** The same services with a ranker of their own: what it leaves in the shared cache is nobody else's. */
export function withOwnRanker(services: Services, name: string): Services {
	return { ...services, objects: { ...services.objects, ranker: () => services.objects.ranker(name) } };
}
