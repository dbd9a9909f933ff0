import { expect, it } from "vitest";
import { ROOT } from "./installed.mjs";
import { readFacts, readWranglerFacts } from "./wrangler-facts.ts";

it("reads crons and buckets from the real file, each bucket with a key of its own", async () => {
	const facts = await readWranglerFacts(ROOT);
	expect(facts.crons).toContain("* * * * *");
	const { INGEST, MEDIA, ARCHIVE } = facts.buckets;
	expect([INGEST.bucket, MEDIA.bucket, ARCHIVE.bucket]).toEqual(["reelay-ingest", "reelay-media", "reelay-archive"]);
	expect(new Set([INGEST, MEDIA, ARCHIVE].map(({ accessKeyId }) => accessKeyId)).size).toBe(3);
	expect(new Set([INGEST, MEDIA, ARCHIVE].map(({ secretAccessKey }) => secretAccessKey)).size).toBe(3);
});

it("looks at the local part only, and names what is missing", () => {
	const bucket =
		'[[r2_buckets]]\nbinding = "INGEST"\nbucket_name = "b-1"\nlocal_dev = { experimental_s3_credentials = { accessKeyId = "a" } }\n';
	expect(() => readFacts(`[triggers]\ncrons = ["* * * * *"]\n${bucket}[env.production]\nsecretAccessKey = "x"`)).toThrow(
		/secretAccessKey of INGEST/,
	);
	expect(() => readFacts('[env.production.triggers]\ncrons = ["* * * * *"]')).toThrow(/crons/);
});
