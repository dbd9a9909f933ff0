import { expect, it, onTestFinished } from "vitest";
import { serve } from "../serve.ts";
import { watch } from "./watchdog.ts";

async function watched(status: number) {
	const server = await serve(async () => ({ status }));
	onTestFinished(server.close);
	let hangs = 0;
	const stop = watch({
		url: server.url,
		interval: 10,
		patience: 100,
		misses: 3,
		onHung: async () => {
			hangs += 1;
			server.gate("open");
		},
	});
	onTestFinished(stop);
	return { server, hangs: () => hangs };
}

it("tells once that a server hangs, and not again after it answers", async () => {
	const { server, hangs } = await watched(200);
	server.gate("hang");
	await expect.poll(hangs).toBe(1);
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(hangs()).toBe(1);
});

it("is content with any answer, be it an error", async () => {
	const { hangs } = await watched(503);
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(hangs()).toBe(0);
});
