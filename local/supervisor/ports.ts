import { randomInt } from "node:crypto";
import { createServer } from "node:net";

function canListen(port: number, host: string): Promise<boolean> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRNOTAVAIL"));
		server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
	});
}

/** Whether nothing listens on the port, on neither loopback address (a machine without IPv6 counts as free there). */
export async function isPortFree(port: number): Promise<boolean> {
	return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1")) && (await canListen(port, "0.0.0.0"));
}

/** The first free port from `wanted` on. Throws after fifty taken ones. */
export async function nextFreePort(wanted: number): Promise<number> {
	for (let port = wanted; port < wanted + 50; port += 1) if (await isPortFree(port)) return port;
	throw new Error(`No free port between ${wanted} and ${wanted + 49}. Stop what uses them, or pass --port.`);
}

/** Below what systems hand out for connections that go out (Linux from 32 768, others from 49 152): nobody gets one of these by chance. */
const QUIET = { from: 20_000, to: 32_000 } as const;

/**
 * A port that is free now, and likely still is when a process that is started with it listens: the system's own choice may be given to a
 * connection in between. Throws when fifty are taken.
 */
export async function anyFreePort(): Promise<number> {
	for (let tried = 0; tried < 50; tried += 1) {
		const port = randomInt(QUIET.from, QUIET.to);
		if (await isPortFree(port)) return port;
	}
	throw new Error(`No free port found between ${QUIET.from} and ${QUIET.to}. Stop what uses them.`);
}
