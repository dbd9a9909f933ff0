import { exports } from "cloudflare:workers";
import { expect, vi } from "vitest";
import { type ClientFrame, ServerFrame } from "../../contracts/live.ts";
import { ORIGIN } from "../gateway/testing/api.ts";

const worker = (exports as unknown as { default: Fetcher }).default;

/** Asks for a socket as a client would. @param headers a token, or a cookie and an origin */
export const askForSocket = (headers: Record<string, string>): Promise<Response> =>
	worker.fetch(`${ORIGIN}/api/v1/live`, { headers: { upgrade: "websocket", ...headers } });

/** A client's end of a socket, with all it was told; every frame is held to the contract. */
export class TestSocket {
	readonly frames: ServerFrame[] = [];
	closed: { readonly code: number; readonly reason: string } | null = null;
	readonly pongs: string[] = [];
	readonly #socket: WebSocket;

	constructor(socket: WebSocket) {
		this.#socket = socket;
		socket.accept();
		socket.addEventListener("message", ({ data }) => {
			if (data === "pong") this.pongs.push(data);
			else this.frames.push(ServerFrame.parse(JSON.parse(String(data))));
		});
		socket.addEventListener("close", ({ code, reason }) => {
			this.closed = { code, reason };
		});
	}

	static async open(token: string): Promise<TestSocket> {
		const { status, webSocket } = await askForSocket({ authorization: `Bearer ${token}` });
		expect(status).toBe(101);
		if (webSocket === null) throw new Error("no socket");
		return new TestSocket(webSocket);
	}

	/** One that has said where it goes on, and was answered. */
	static async resumed(token: string, rev: number | null = null): Promise<TestSocket> {
		const socket = await TestSocket.open(token);
		socket.say({ type: "resume", rev });
		await socket.hears(({ frames }) => frames.length > 0);
		return socket;
	}

	say(frame: ClientFrame): void {
		this.#socket.send(JSON.stringify(frame));
	}

	sayRaw(text: string): void {
		this.#socket.send(text);
	}

	close(): void {
		this.#socket.close(1_000, "done");
	}

	hears(condition: (socket: TestSocket) => boolean): Promise<void> {
		return vi.waitUntil(() => condition(this), { timeout: 30_000, interval: 5 }).then(() => undefined);
	}

	/** Events heard so far, in the order they came. */
	get events() {
		return this.frames.flatMap((frame) => (frame.type === "events" ? frame.events : []));
	}

	get signals() {
		return this.frames.flatMap((frame) => (frame.type === "signals" ? frame.signals : []));
	}

	/** Where the server says it stands. */
	get helloRev(): number {
		const hello = this.frames.find(({ type }) => type === "hello" || type === "reset");
		if (hello?.type !== "hello" && hello?.type !== "reset") throw new Error("no hello yet");
		return hello.rev;
	}
}
