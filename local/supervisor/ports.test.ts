import { createServer, type Server } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { anyFreePort, isPortFree, nextFreePort } from "./ports.ts";

async function occupy(port: number, host: string): Promise<Server> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(port, host, resolve));
	onTestFinished(() => void server.close());
	return server;
}

it.each(["127.0.0.1", "0.0.0.0"])("sees that a port is taken on %s", async (host) => {
	const port = await anyFreePort();
	expect(await isPortFree(port)).toBe(true);
	await occupy(port, host);
	expect(await isPortFree(port)).toBe(false);
});

it("passes a taken port over", async () => {
	const port = await anyFreePort();
	await occupy(port, "127.0.0.1");
	expect(await nextFreePort(port)).toBeGreaterThan(port);
});

it("finds none that the system may give to a connection meanwhile", async () => {
	for (const port of await Promise.all(Array.from({ length: 20 }, anyFreePort))) expect(port).toBeLessThan(32_768);
});
