import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestProject } from "vitest/node";
import { type Stack, startStack } from "../../support/stack.ts";
import { buildForTest } from "./build.ts";
import { makeClips, makeMovie } from "./clips.ts";
import type { Product } from "./product.ts";
import { drawTestClip, TEST_CLIPS } from "./test-clips.ts";

/** Most files are content with a made-up API: a run of some files may need no product. */
const isWholeLane = !process.argv.slice(2).some((argument) => argument.includes("test/browser"));

/**
 * Builds the client once, and starts one product for all files of the run: at once when all are run, so that it is made beside the first
 * of them, else when one asks for it. Files run in processes of their own, so they ask over HTTP.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const given = process.env.BROWSER_URL;
	// Once for all files, which would race for it.
	await Promise.all([buildForTest(), makeClips(), makeMovie()]);
	let starting: Promise<Stack> | undefined;
	const start = () => {
		console.log("Starting the product with demo content for the browser tests");
		return startStack({ demo: { clips: TEST_CLIPS, render: drawTestClip, onProgress: (line) => console.log(`  … ${line}`) } });
	};
	const product = async (): Promise<Product> => {
		if (given) return { url: given, adminToken: process.env.BROWSER_ADMIN_TOKEN ?? "" };
		starting ??= start();
		const { url, secrets } = await starting;
		return { url, adminToken: secrets.ADMIN_TOKEN };
	};
	// A failure is told to whoever asks for it.
	if (isWholeLane) product().catch(() => undefined);
	const desk = createServer((_, response) => {
		product().then(
			(found) => response.end(JSON.stringify(found)),
			(error: unknown) => response.writeHead(500).end(error instanceof Error ? (error.stack ?? error.message) : String(error)),
		);
	});
	await new Promise<void>((resolve) => desk.listen(0, "127.0.0.1", resolve));
	project.provide("productDesk", `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
	return async () => {
		desk.close();
		await (await starting?.catch(() => undefined))?.stop();
	};
}
