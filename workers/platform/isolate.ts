import type { Services } from "./services.ts";

/** State of a feature's own that lives as long as the isolate, in `services.isolate`. */
export const perIsolate =
	<T>(make: (services: Services) => T): ((services: Services) => T) =>
	(services) =>
		services.isolate.part(make, () => make(services));
