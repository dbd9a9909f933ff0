import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { checkGivenServers } from "./given-servers.ts";
import { anyFreePort } from "./ports.ts";

/** A server that answers every line `PING` as Redis does, and anything else with an error. */
async function pongs(): Promise<number> {
	const server = createServer((socket) => {
		socket.on("error", () => undefined);
		socket.on("data", (data) => {
			for (const command of String(data).match(/\r\n(?:ping|PING|info|INFO|client|CLIENT)\r\n/g) ?? []) {
				socket.write(/ping/i.test(command) ? "+PONG\r\n" : "-ERR unknown command\r\n");
			}
		});
	});
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	onTestFinished(() => void server.close());
	const address = server.address();
	return typeof address === "object" && address !== null ? address.port : 0;
}

describe("servers the person named", () => {
	it("are nobody's trouble when none is named", async () => {
		await expect(checkGivenServers({ databaseUrl: undefined, redisUrl: "" })).resolves.toBeUndefined();
	});

	it("are told by their variable and not by their address, when nobody listens there", async () => {
		const port = await anyFreePort();
		const told = await checkGivenServers({ databaseUrl: `postgres://ana:secret-word@127.0.0.1:${port}/reelay` }).catch(String);
		expect(told).toBe("Error: The server of DATABASE_URL can't be used (ECONNREFUSED). Is it up, and is the address right?");
		await expect(checkGivenServers({ redisUrl: `redis://:secret-word@127.0.0.1:${port}` })).rejects.toThrow(/REDIS_URL .*ECONNREFUSED/);
	});

	it("are not taken for what they are not", async () => {
		const port = await pongs();
		await expect(checkGivenServers({ databaseUrl: `postgres://ana@127.0.0.1:${port}/reelay` })).rejects.toThrow(/DATABASE_URL/);
	});
});
