import { voiceRefused, voicesUnavailable } from "../../contracts/problems/messages.ts";
import { MadeVoiceHeaders, VOICE_TYPE, VoiceRefusal } from "../../contracts/voice.ts";
import { errorFields } from "./log.ts";
import type { Services } from "./services.ts";
import { askTranscoder } from "./transcoder.ts";

/** A container's cold start and a minute of sound are within it, milliseconds. */
const PATIENCE_MS = 45_000;

/** A voice note that may be served. */
export interface MadeVoice {
	/** AAC in M4A. */
	readonly bytes: ArrayBuffer;
	readonly durationMs: number;
	readonly peaks: readonly number[];
}

/**
 * Has a recording encoded anew by the transcoder: nothing is served as it was uploaded.
 * @param ownerId whose it is; says which instance encodes it
 * @throws ProblemError voice_refused in words for who recorded it, unavailable when it is worth trying again
 */
export async function remakeVoice(
	services: Pick<Services, "objects" | "config" | "clock" | "log">,
	ownerId: string,
	body: ArrayBuffer,
): Promise<MadeVoice> {
	const answer = await ask(services, ownerId, body);
	if (answer.status === 422) throw voiceRefused(VoiceRefusal.parse(await answer.json()).message);
	const said = MadeVoiceHeaders.safeParse(Object.fromEntries(answer.headers));
	if (!answer.ok || !said.success || answer.headers.get("content-type") !== VOICE_TYPE) {
		await answer.body?.cancel();
		services.log.warn("voice_not_made", { userId: ownerId, status: answer.status });
		throw voicesUnavailable();
	}
	return { bytes: await answer.arrayBuffer(), durationMs: said.data["x-voice-duration-ms"], peaks: said.data["x-voice-peaks"] };
}

async function ask(
	services: Pick<Services, "objects" | "config" | "clock" | "log">,
	ownerId: string,
	body: ArrayBuffer,
): Promise<Response> {
	const request = { method: "POST", path: "/voices", body, signal: AbortSignal.timeout(PATIENCE_MS) };
	try {
		return await askTranscoder(services, ownerId, request, "application/octet-stream");
	} catch (error) {
		services.log.warn("voice_not_made", { userId: ownerId, ...errorFields(error) });
		throw voicesUnavailable(error);
	}
}
