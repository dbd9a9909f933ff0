import type { RankContext } from "../../../recommender/types.ts";
import type { Relations } from "../../rules/relations.ts";
import { type Viewer, viewerKey } from "../../rules/viewer.ts";
import type { Circumstances } from "./protocol.ts";

const NOBODY: Viewer = { kind: "guest", guestId: "" };

/** Whose session it is, told by each call, and the circumstances they were last met in. */
export class Identity {
	#viewer: Viewer | null = null;
	#circumstances: Circumstances = { country: null, device: null };

	/** @param viewer `user:<id>` or `guest:<id>`; what is unknown of the circumstances stays as it was */
	meet(viewer: string, { country, device, hour }: Circumstances = { country: null, device: null }): void {
		const [kind, id = ""] = viewer.split(":");
		this.#viewer ??= kind === "user" ? { kind, userId: id, sessionId: "", teen: false } : { kind: "guest", guestId: id };
		const before = this.#circumstances;
		this.#circumstances = { country: country ?? before.country, device: device ?? before.device, hour: hour ?? before.hour ?? null };
	}

	get viewer(): Viewer {
		return this.#viewer ?? NOBODY;
	}

	/** null before anybody was met. */
	get key(): string | null {
		return this.#viewer === null ? null : viewerKey(this.#viewer);
	}

	get kind(): "user" | "guest" | "unknown" {
		return this.#viewer?.kind ?? "unknown";
	}

	get userId(): string | null {
		return this.#viewer?.kind === "user" ? this.#viewer.userId : null;
	}

	/** What ranking goes by, beside the taste. */
	context(now: number, relations: Relations | null): RankContext {
		return { now, followed: relations?.following ?? new Set<string>(), ...this.#circumstances, surface: "fyp" };
	}
}
