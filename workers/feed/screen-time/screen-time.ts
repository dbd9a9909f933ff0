import { teensAreTold } from "../../../contracts/problems/feed.ts";
import type { ScreenTime, ScreenTimeChoices } from "../../../contracts/screen-time.ts";
import { TEEN_LIMIT_MIN } from "../../../contracts/screen-time.ts";
import type { Services } from "../../platform/services.ts";
import { type UserViewer, viewerKey } from "../../rules/viewer.ts";
import { sessionOf } from "../session/stub.ts";
import { daysOf } from "./days.ts";

/** How long the viewer watched, and when they are told of it. A teen who chose nothing is told after an hour a day. */
export async function screenTime(services: Services, viewer: UserViewer, zone: string): Promise<ScreenTime> {
	const now = services.clock();
	const { hours, choices } = await sessionOf(services, viewerKey(viewer)).screenTime();
	const days = daysOf(hours, zone, now);
	const fromStart = { limitMin: viewer.teen ? TEEN_LIMIT_MIN : null, breakMin: null };
	const { limitMin, breakMin } = choices ?? fromStart;
	return {
		// What was chosen before one had to choose is not never.
		limitMin: limitMin ?? fromStart.limitMin,
		breakMin,
		days,
		todayMs: days.at(-1)?.watchedMs ?? 0,
		at: new Date(now).toISOString(),
	};
}

/** @throws ProblemError not_allowed for a teen who wants never to be told */
export async function changeScreenTime(
	services: Services,
	viewer: UserViewer,
	zone: string,
	choices: ScreenTimeChoices,
): Promise<ScreenTime> {
	if (viewer.teen && choices.limitMin === null) throw teensAreTold();
	await sessionOf(services, viewerKey(viewer)).chooseScreenTime(viewerKey(viewer), choices);
	return screenTime(services, viewer, zone);
}
