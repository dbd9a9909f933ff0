import { fnv1a } from "../../contracts/fnv1a.ts";
import type { Services } from "./services.ts";

/** Which of `count` instances something goes to: always the same, so that a repeated message finds the running job. */
export function instanceOf(name: string, count: number): number {
	return fnv1a(name) % count;
}

/**
 * Sends a request to the transcoder that is responsible for a name (a video's or a user's id): the container, or the service at
 * TRANSCODER_URL. @throws when nobody can be reached
 */
export async function askTranscoder(
	{ objects, config }: Pick<Services, "objects" | "config">,
	name: string,
	path: string,
	init: Omit<RequestInit, "headers">,
	contentType = "application/json",
): Promise<Response> {
	const headers = { authorization: `Bearer ${config.TRANSCODER_TOKEN}`, "content-type": contentType };
	if (config.TRANSCODER_URL !== undefined) {
		return fetch(`${config.TRANSCODER_URL.replace(/\/$/, "")}${path}`, { ...init, headers });
	}
	if (objects.transcoder === null) throw new Error("no transcoder: set TRANSCODER_URL or bind TRANSCODER");
	const instance = `transcoder-${instanceOf(name, config.TRANSCODER_INSTANCES)}`;
	return objects.transcoder(instance).fetch(`http://transcoder${path}`, { ...init, headers });
}
