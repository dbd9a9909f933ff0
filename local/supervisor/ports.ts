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

/** A port the system has free now. */
export function anyFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once("error", reject);
		server.listen(0, "127.0.0.1", () => {
			const address = server.address();
			const port = typeof address === "object" && address !== null ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}
