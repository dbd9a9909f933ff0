import { IsolateState } from "../platform/isolate-state.ts";
import type { Services } from "../platform/services.ts";
import { noteGiven } from "./given.ts";

/** Names videos to a viewer (`user:<id>` or `guest:<id>`) ten minutes ago, as an answer of then would have. */
export function give(services: Services, key: string, videoIds: readonly string[], agoMs = 600_000): Promise<void> {
	const [kind, id = ""] = key.split(":");
	const viewer = kind === "user" ? ({ kind, userId: id, sessionId: "", teen: false } as const) : ({ kind: "guest", guestId: id } as const);
	const then = services.clock() - agoMs;
	return noteGiven(
		{ ...services, isolate: new IsolateState(), clock: () => then },
		viewer,
		videoIds.map((videoId) => ({ videoId })),
	);
}
