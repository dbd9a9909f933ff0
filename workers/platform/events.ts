import { inBackground } from "./background.ts";
import type { EventMap, EventName } from "./event-map.ts";
import { errorFields } from "./log.ts";
import type { Consequences, Services, Step } from "./services.ts";

interface Left {
	readonly step: string;
	readonly error: unknown;
}

async function take<Name extends EventName>(services: Services, name: Name, what: EventMap[Name]): Promise<Left[]> {
	const { before, after }: Consequences<EventMap[Name]> = services.events[name];
	const left: Left[] = [];
	for (const round of before) {
		const outcomes = await Promise.all(round.map((step) => attempt(services, name, step, what)));
		left.push(...outcomes.filter((outcome) => outcome !== null));
	}
	for (const step of after) inBackground(services.log, "event_step_failed", attempt(services, name, step, what));
	return left;
}

async function attempt<What>(services: Services, event: EventName, { name, run }: Step<What>, what: What): Promise<Left | null> {
	try {
		const done = await services.span("event_step", { of: event, step: name }, () => run(services, what));
		return done === false ? { step: name, error: new Error(`${event}: ${name} is not done`) } : null;
	} catch (error) {
		services.log.error("event_step_failed", { of: event, step: name, ...errorFields(error) });
		return { step: name, error };
	}
}

/**
 * Has the features follow up on what happened. A step that fails keeps no other from running. Never throws.
 * @returns names of the steps before the acknowledgement that failed, or have something left to do
 */
export const emit = async <Name extends EventName>(services: Services, name: Name, what: EventMap[Name]): Promise<string[]> =>
	(await take(services, name, what)).map(({ step }) => step);

/** The same for who does it all again when a step before the acknowledgement failed. @throws what the first of them threw */
export async function emitOrFail<Name extends EventName>(services: Services, name: Name, what: EventMap[Name]): Promise<void> {
	const [first] = await take(services, name, what);
	if (first !== undefined) throw first.error;
}
