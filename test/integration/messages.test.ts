import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { ClientFrame, ServerFrame } from "../../contracts/live.ts";
import type { Message } from "../../contracts/messages.ts";
import { untilReady } from "../../local/supervisor/ready.ts";
import { type Stack, startStack } from "../support/stack.ts";

let stack: Stack;
beforeAll(async () => {
	stack = await startStack();
});
afterAll(() => stack.stop());

interface Person {
	readonly id: string;
	readonly headers: Readonly<Record<string, string>>;
}

async function register(username: string): Promise<Person> {
	const answer = await fetch(`${stack.url}/api/v1/auth/register`, {
		method: "POST",
		headers: { "content-type": "application/json" },
		body: JSON.stringify({ username, password: "correct horse battery", birthdate: "1990-05-17" }),
	});
	const { user, token } = (await answer.json()) as { user: { id: string }; token: string };
	return { id: user.id, headers: { authorization: `Bearer ${token}`, "content-type": "application/json" } };
}

const ask = (person: Person, method: string, path: string, body?: unknown): Promise<Response> =>
	fetch(`${stack.url}/api/v1${path}`, { method, headers: person.headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

/** Sends as a client does: again under the same id until it is acknowledged. @returns the number it was given */
async function send(person: Person, conversationId: string, clientId: string): Promise<number> {
	const body = { clientId, content: { type: "text", text: clientId } };
	for (;;) {
		try {
			const answer = await ask(person, "POST", `/conversations/${conversationId}/messages`, body);
			if (answer.status < 300) return ((await answer.json()) as { message: Message }).message.seq;
			await answer.body?.cancel();
			if (answer.status < 500) throw new Error(`a message was answered ${answer.status}`);
		} catch (error) {
			// The runtime is gone for now.
			if (!(error instanceof TypeError)) throw error;
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/** What a client is told that goes on from a revision, until it has heard of a message. */
async function toldSince(person: Person, rev: number, until: number): Promise<Message[]> {
	const socket = new WebSocket(`${stack.url.replace("http", "ws")}/api/v1/live`, { headers: { ...person.headers } });
	const told: Message[] = [];
	try {
		await new Promise<void>((resolve, reject) => {
			socket.on("error", reject);
			socket.on("open", () => socket.send(JSON.stringify({ type: "resume", rev } satisfies ClientFrame)));
			socket.on("message", (data: Buffer) => {
				const frame = JSON.parse(data.toString()) as ServerFrame;
				if (frame.type === "reset") reject(new Error("the log did not reach back"));
				if (frame.type !== "events") return;
				told.push(...frame.events.flatMap(({ event }) => (event.kind === "message" ? event.message : [])));
				if (told.some(({ seq }) => seq >= until)) resolve();
			});
		});
	} finally {
		socket.close();
	}
	return told;
}

const EACH = 40;

describe("messages when the runtime is killed in the middle of a burst", () => {
	test("every acknowledged message is there once, in order, and told to who comes back", async () => {
		const [ann, bob] = [await register("ann.writes"), await register("bob.writes")];
		for (const [one, other] of [
			[ann, bob],
			[bob, ann],
		] as const)
			await ask(one, "POST", `/users/${other.id}/follow`);
		const [smaller, greater] = BigInt(ann.id) < BigInt(bob.id) ? [ann.id, bob.id] : [bob.id, ann.id];
		const id = `${smaller}-${greater}`;
		const acknowledged = new Map<string, number>();
		const write = async (person: Person) => {
			for (let count = 0; count < EACH; count++) {
				const clientId = crypto.randomUUID();
				acknowledged.set(clientId, await send(person, id, clientId));
				if (acknowledged.size === EACH / 2 || acknowledged.size === EACH) stack.worker.kill("SIGKILL");
			}
		};
		// Two lines each: a message is always under way when the runtime goes.
		await Promise.all([write(ann), write(bob)]);
		await untilReady(`${stack.url}/health`, { timeout: 60_000 });
		const total = 2 * EACH;
		const { messages } = (await (await ask(bob, "GET", `/conversations/${id}/messages?limit=100`)).json()) as { messages: Message[] };
		expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: total }, (_, at) => at + 1));
		expect(new Map(messages.map(({ clientId, seq }) => [clientId, seq]))).toEqual(acknowledged);
		for (const person of [ann, bob]) {
			const told = await toldSince(person, 0, total);
			expect(told.map(({ seq }) => seq)).toEqual(messages.map(({ seq }) => seq));
		}
	});
});
