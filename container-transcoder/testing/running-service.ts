import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { type Service, type ServiceOptions, startService } from "../service/service.ts";
import { startBucket, type TestBucket } from "./bucket.ts";
import { type ClipMaker, openClipMaker } from "./clips.ts";
import { testConfig } from "./service.ts";

export interface Running {
	readonly clips: ClipMaker;
	readonly bucket: TestBucket;
	readonly service: Service;
}

/** A service with its bucket and clips, for all tests of a file: there from before the first to after the last. */
export function runningService(options: Partial<ServiceOptions> = {}): Running {
	let running: Running | undefined;
	beforeAll(async () => {
		const [clips, bucket] = [await openClipMaker(), await startBucket()];
		const service = await startService(testConfig(bucket, join(clips.dir, "work")), { log: () => undefined, embedder: null, ...options });
		running = { clips, bucket, service };
	});
	afterAll(async () => {
		await running?.service.close();
		await running?.bucket.close();
		await running?.clips.remove();
	});
	const found = (): Running => {
		if (running === undefined) throw new Error("the service runs during tests only");
		return running;
	};
	return {
		get clips() {
			return found().clips;
		},
		get bucket() {
			return found().bucket;
		},
		get service() {
			return found().service;
		},
	};
}
