import { expect, it, onTestFinished } from "vitest";
import { serve } from "../serve.ts";
import { watch } from "./watchdog.ts";

const MISSES = 3;

async function watched(status: number) {
	let asked = 0;
	const server = await serve(async () => {
		asked += 1;
		return { status };
	});
	onTestFinished(server.close);
	let hangs = 0;
	const stop = watch({
		url: server.url,
		interval: 10,
		patience: 100,
		misses: MISSES,
		onHung: async () => {
			hangs += 1;
			server.gate("open");
		},
	});
	onTestFinished(stop);
	/** It has been asked as often again as it takes to find that a server hangs. */
	const askedOften = async () => {
		const before = asked;
		await expect.poll(() => asked - before).toBeGreaterThan(MISSES + 1);
	};
	return { server, hangs: () => hangs, askedOften };
}

it("tells once that a server hangs, and not again after it answers", async () => {
	const { server, hangs, askedOften } = await watched(200);
	server.gate("hang");
	await expect.poll(hangs).toBe(1);
	await askedOften();
	expect(hangs()).toBe(1);
});

it("is content with any answer, be it an error", async () => {
	const { hangs, askedOften } = await watched(503);
	await askedOften();
	expect(hangs()).toBe(0);
});
