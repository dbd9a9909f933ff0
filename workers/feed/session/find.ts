import type { Services } from "../../platform/services.ts";
import { within } from "../../platform/waiting.ts";
import { readGiven, timesGiven } from "../../trust/index.ts";
import type { Models } from "../retrieval/models.ts";
import type { Answer, Command, Context, Kind, Need } from "./core/commands.ts";
import { keyIn, type SessionState, viewerIn } from "./core/state.ts";
import { know } from "./known.ts";
import { feedRelationsOf } from "./relations.ts";
import type { SessionStore } from "./store.ts";
import { inSpace } from "./taste-space.ts";

/** A first page waits this long for its candidates, milliseconds; then the common fallback is shown. */
const FIRST_PAGE_PATIENCE_MS = 1_500;

/** A session that runs, as who looks things up for it asks and tells it. */
export interface Running {
	readonly services: Services;
	readonly store: SessionStore;
	state(): SessionState;
	tell<K extends Kind>(kind: K, command: Command<K>): Answer<K>;
}

/** What was found out for a command, between one attempt and the next. */
export type Found = Pick<Context, "known" | "elsewhere" | "hasWaited">;
export const NOTHING_FOUND: Found = { known: null, elsewhere: null, hasWaited: false };

/** Finds out what a command needs. @param filling the queue being made; null when none is */
export async function find(session: Running, need: Need, found: Found, filling: Promise<void> | null): Promise<Found> {
	const { services } = session;
	switch (need.kind) {
		case "videos": {
			const known = await know(services, need.videoIds, session.state().recent);
			await comeIntoSpace(session, known.models);
			return { ...found, known };
		}
		case "relations":
			session.tell("related", { relations: await feedRelationsOf(services, viewerIn(session.state())) });
			return found;
		case "elsewhere":
			return { ...found, elsewhere: timesGiven(await readGiven(services, keyIn(session.state()) ?? "")) };
		case "queue":
			await within(FIRST_PAGE_PATIENCE_MS, "laying out the queue", filling ?? Promise.resolve());
			return { ...found, hasWaited: true };
	}
}

/** When other vectors are served than the taste was made of, its directions are made anew from what was watched. */
export async function comeIntoSpace(session: Running, models: Models): Promise<void> {
	const { space } = models;
	if (space === null) return;
	for (let { taste: from, space: known } = session.state(); known !== space; { taste: from, space: known } = session.state()) {
		// A taste from before spaces had names is in the only one there was.
		const taste = known === null ? null : await inSpace(session.services, from, models);
		session.tell("enterSpace", { space, from, taste });
	}
}
