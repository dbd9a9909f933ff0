import { afterEach, beforeEach, vi } from "vitest";
import type { CleanupMessage, TranscodeMessage } from "../../../contracts/queues.ts";
import type { Services } from "../../platform/services.ts";
import type { UserViewer } from "../../rules/viewer.ts";
import { consumeCleanup } from "../cleanup/consumer.ts";
import { consumeTranscode } from "../pipeline/consumer.ts";
import { messageOf, newUser, type Recorded, recordedQueue, services, servicesWith, testEnv } from "./fixtures.ts";
import { type FakeTranscoder, fakeTranscoder } from "./transcoder.ts";

/** The pipeline of one test: a transcoder of its own, queues that a test delivers by hand, and a new user. */
export interface Harness {
	readonly transcoder: FakeTranscoder;
	readonly transcodes: Recorded<TranscodeMessage>;
	readonly cleanups: Recorded<CleanupMessage>;
	/** May be replaced by a test. */
	using: Services;
	readonly user: UserViewer;
	/** Delivers the newest message of the transcode queue, or the given one, for the n-th time. */
	deliver(attempts?: number, body?: TranscodeMessage): Promise<{ acked: boolean; retriedAfter: number | null }>;
	/** Delivers all cleanup messages there are and those they lead to, whatever their delay, but for those that wait for a day. */
	cleanUp(): Promise<void>;
}

/** Makes the harness anew before each test of a file. */
export function pipelineHarness(): Harness {
	const harness = {} as { -readonly [Name in keyof Harness]: Harness[Name] };
	beforeEach(async () => {
		const transcodes = recordedQueue<TranscodeMessage>();
		const cleanups = recordedQueue<CleanupMessage>();
		Object.assign(harness, {
			transcodes,
			cleanups,
			user: await newUser(),
			transcoder: fakeTranscoder(services.config.TRANSCODER_URL ?? "", testEnv.MEDIA),
			using: servicesWith({ TRANSCODE_QUEUE: transcodes.queue, CLEANUP_QUEUE: cleanups.queue }),
		});
	});
	afterEach(() => vi.restoreAllMocks());
	harness.deliver = async (attempts = 1, body = harness.transcodes.sent.at(-1)?.body) => {
		const { batch, outcome } = messageOf(body, attempts);
		await consumeTranscode(batch, harness.using);
		return outcome;
	};
	harness.cleanUp = async () => {
		const { sent } = harness.cleanups;
		for (let next = sent.shift(); next !== undefined; next = sent.shift()) {
			if (next.body.kind === "purge_generation" && next.body.notBefore !== undefined) continue;
			await consumeCleanup(messageOf(next.body).batch, harness.using);
		}
	};
	return harness;
}
