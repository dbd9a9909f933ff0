import { expect, it } from "vitest";
import { ROOT } from "./installed.mjs";
import { readFacts, readWranglerFacts } from "./wrangler-facts.ts";

it("finds the crons and the local S3 credentials in the project's own file", async () => {
	const facts = await readWranglerFacts(ROOT);
	expect(facts.crons).toContain("* * * * *");
	expect(facts.bucket).toMatch(/^[a-z0-9-]{3,}$/);
	expect(facts.accessKeyId.length).toBeGreaterThan(0);
	expect(facts.secretAccessKey.length).toBeGreaterThan(0);
});

it("looks at the local part only, and names what is missing", () => {
	const bucket = '[[r2_buckets]]\nbucket_name = "b-1"\nlocal_dev = { experimental_s3_credentials = { accessKeyId = "a" } }\n';
	expect(() => readFacts(`[triggers]\ncrons = ["* * * * *"]\n${bucket}[env.production]\nsecretAccessKey = "x"`)).toThrow(/secretAccessKey/);
	expect(() => readFacts('[env.production.triggers]\ncrons = ["* * * * *"]')).toThrow(/crons/);
});
