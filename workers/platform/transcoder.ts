import { fnv1a } from "../../contracts/fnv1a.ts";
import { TO_TRANSCODER } from "../../contracts/internal-call.ts";
import { authorizationOf, type OwnRequest } from "./internal-call.ts";
import type { Services } from "./services.ts";

/** Which of `count` instances something goes to: always the same, so that a repeated message finds the running job. */
export function instanceOf(name: string, count: number): number {
	return fnv1a(name) % count;
}

/**
 * Sends a signed request to the transcoder that is responsible for a name (a video's or a user's id): the container, or the service at
 * TRANSCODER_URL. @throws when nobody can be reached
 */
export async function askTranscoder(
	{ objects, config, clock }: Pick<Services, "objects" | "config" | "clock">,
	name: string,
	request: OwnRequest & { readonly signal?: AbortSignal },
	contentType = "application/json",
): Promise<Response> {
	const authorization = await authorizationOf(config.TRANSCODER_KEY, TO_TRANSCODER, request, clock());
	const { path, ...rest } = request;
	const init = { ...rest, headers: { authorization, "content-type": contentType } };
	if (config.TRANSCODER_URL !== undefined) return fetch(`${config.TRANSCODER_URL.replace(/\/$/, "")}${path}`, init);
	if (objects.transcoder === null) throw new Error("no transcoder: set TRANSCODER_URL or bind TRANSCODER");
	const instance = `transcoder-${instanceOf(name, config.TRANSCODER_INSTANCES)}`;
	return objects.transcoder(instance).fetch(`http://transcoder${path}`, init);
}
