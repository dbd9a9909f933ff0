import { WebSocket } from "ws";
import type { ClientFrame } from "../contracts/live.ts";
import { startBenchStack } from "./stack/miniflare.ts";
import { type Person, seedPeople } from "./stack/people.ts";
import { each, pause } from "./stack/viewers.ts";
import { percentile, type Row } from "./table.ts";

/** One group, as large as a group gets, everybody with a phone, a tablet, a desk and two more. */
const MEMBERS = 100;
const DEVICES = 5;
const MESSAGES_A_MINUTE = 2_000;
const WARM_UP_S = 5;
const MEASURED_S = 30;
/** Messages written while nobody was connected. */
const RETURNING_MISSED = 20;

const call = async (url: URL, { headers }: Person, operation: string, body?: unknown): Promise<Record<string, unknown>> => {
	const [method = "GET", path = "/"] = operation.split(" ");
	const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
	const answer = await fetch(new URL(`/api/v1${path}`, url), init);
	const text = await answer.text();
	if (answer.status >= 300) throw new Error(`${operation} answered ${answer.status}: ${text}`);
	return text === "" ? {} : (JSON.parse(text) as Record<string, unknown>);
};

/** Makes a group that everybody joins by its link. @returns its id */
async function makeGroup(url: URL, [owner, second, ...others]: readonly Person[]): Promise<string> {
	if (owner === undefined || second === undefined) throw new Error("a group has two people");
	const made = await call(url, owner, "POST /conversations", { clientId: crypto.randomUUID(), name: "Everybody", userIds: [second.id] });
	const { id } = made.conversation as { id: string };
	const { link } = await call(url, owner, `PUT /conversations/${id}/link`, { approval: false });
	await each([second, ...others], 4, async (person) => {
		await call(url, person, `POST /conversations/join/${(link as { token: string }).token}`);
	});
	return id;
}

/** A client's socket: the numbers of the messages it was told, in the order they came, and when. */
class Device {
	readonly seqs: number[] = [];
	rev: number | null = null;
	/** The newest message seen, told ahead or in order. */
	#seen = 0;
	readonly person: Person;
	readonly #open: Promise<void>;
	readonly #socket: WebSocket;

	constructor(url: URL, person: Person, rev: number | null, heard: (seq: number) => void) {
		this.person = person;
		const address = new URL("/api/v1/live", url);
		address.protocol = "ws:";
		this.#socket = new WebSocket(address, { headers: { ...person.headers }, perMessageDeflate: false });
		this.#open = new Promise((resolve, reject) => {
			this.#socket.on("error", reject);
			this.#socket.on("open", () => this.#socket.send(JSON.stringify({ type: "resume", rev } satisfies ClientFrame)));
			this.#socket.on("message", (data: Buffer) => {
				const text = data.toString();
				if (text.startsWith('{"type":"hello"')) {
					this.rev ??= (JSON.parse(text) as { rev: number }).rev;
					resolve();
				} else this.#take(text, heard);
			});
		});
	}

	/** Read by pattern: five hundred clients share one core here, each has one of its own elsewhere. */
	#take(text: string, heard: (seq: number) => void): void {
		if (text.startsWith('{"type":"reset"')) throw new Error("a log did not reach back to where a client was");
		for (const [, rev, seq] of text.matchAll(
			/(?:"rev":(\d+),"event":)?\{"kind":"message","message":\{"conversationId":"[^"]+","seq":(\d+)/g,
		)) {
			if (rev !== undefined) {
				this.rev = Number(rev);
				this.seqs.push(Number(seq));
			}
			if (Number(seq) <= this.#seen) continue;
			this.#seen = Number(seq);
			heard(this.#seen);
		}
	}

	async opened(): Promise<this> {
		await this.#open;
		return this;
	}

	close(): void {
		this.#socket.close();
	}
}

/** Sends at a steady pace, whoever has answered. @returns how long each took to be acknowledged, milliseconds, and when each was sent, by number */
async function sendSteadily(url: URL, id: string, people: readonly Person[], seconds: number) {
	const sentAt = new Map<number, number>();
	const acknowledged: number[] = [];
	const sending: Promise<void>[] = [];
	const began = performance.now();
	const total = Math.round((MESSAGES_A_MINUTE * seconds) / 60);
	for (let count = 0; count < total; count++) {
		const due = began + (count * 60_000) / MESSAGES_A_MINUTE;
		if (due > performance.now()) await pause(due - performance.now());
		const person = people[count % people.length] as Person;
		const started = performance.now();
		const body = { clientId: crypto.randomUUID(), content: { type: "text", text: `message ${count} of a lively evening` } };
		sending.push(
			call(url, person, `POST /conversations/${id}/messages`, body).then(({ message }) => {
				sentAt.set((message as { seq: number }).seq, started);
				acknowledged.push(performance.now() - started);
			}),
		);
	}
	await Promise.all(sending);
	return { sentAt, acknowledged };
}

const isWhole = ({ seqs }: Device): boolean => seqs.every((seq, at) => at === 0 || seq === (seqs[at - 1] ?? 0) + 1);

export async function run(): Promise<Row[]> {
	const stack = await startBenchStack();
	try {
		const url = await stack.mf.ready;
		const people = await seedPeople(stack, MEMBERS);
		const id = await makeGroup(url, people);
		const heardAt: [seq: number, at: number][] = [];
		let isMeasured = false;
		const heard = (seq: number) => {
			if (isMeasured) heardAt.push([seq, performance.now()]);
		};
		const devices: Device[] = [];
		await each(people, 10, async (person) => {
			for (let device = 0; device < DEVICES; device++) devices.push(await new Device(url, person, null, heard).opened());
		});
		await sendSteadily(url, id, people, WARM_UP_S);
		await pause(1_000);
		for (const { seqs } of devices) seqs.length = 0;
		isMeasured = true;
		const { sentAt, acknowledged } = await sendSteadily(url, id, people, MEASURED_S);
		const wanted = sentAt.size;
		for (let waited = 0; waited < 100 && devices.some(({ seqs }) => seqs.length < wanted); waited++) await pause(100);
		const whole = devices.filter((device) => device.seqs.length === wanted && isWhole(device)).length;
		const latencies = heardAt.flatMap(([seq, at]) => at - (sentAt.get(seq) ?? Number.NaN));
		const returned = await comeBack(url, id, people, devices);
		const figure = (name: string, value: number, unit: string, must: string, aim = "—"): Row => ({
			figure: name,
			value,
			unit,
			baseline: null,
			ratio: null,
			must,
			aim,
		});
		const scene = `${MEMBERS} members, ${MEMBERS * DEVICES} sockets, ${MESSAGES_A_MINUTE} messages a minute`;
		return [
			figure(`${scene}: sent to told, p50`, percentile(latencies, 0.5), "ms", "—", "< 20 ms"),
			figure(`${scene}: sent to told, p95`, percentile(latencies, 0.95), "ms", "—", "< 60 ms"),
			figure(`${scene}: sent to told, p99`, percentile(latencies, 0.99), "ms", "< 250 ms"),
			figure("sent to acknowledged, p50", percentile(acknowledged, 0.5), "ms", "—"),
			figure("sockets told every message once and in order", whole, `of ${devices.length}`, "all"),
			...returned.map(({ name, value, unit, must }) => figure(name, value, unit, must)),
		];
	} finally {
		await stack.close();
	}
}

/** Every socket is dropped, messages are missed, and all come back within the time that clients spread themselves over. */
async function comeBack(url: URL, id: string, people: readonly Person[], devices: readonly Device[]) {
	for (const device of devices) device.close();
	const [sender] = people;
	if (sender === undefined) throw new Error("nobody is there");
	const newest = Math.max(...devices.map(({ seqs }) => seqs.at(-1) ?? 0));
	for (let count = 0; count < RETURNING_MISSED; count++) {
		const body = { clientId: crypto.randomUUID(), content: { type: "text", text: `missed ${count}` } };
		await call(url, sender, `POST /conversations/${id}/messages`, body);
	}
	const started = performance.now();
	const slowest: number[] = [];
	const back = await Promise.all(
		devices.map(async ({ person, rev }) => {
			await pause(Math.random() * RETURN_WITHIN_MS);
			const asked = performance.now();
			const device = await new Device(url, person, rev, () => undefined).opened();
			slowest.push(performance.now() - asked);
			return device;
		}),
	);
	const isCaughtUp = ({ seqs }: Device) =>
		seqs.length === RETURNING_MISSED && seqs[0] === newest + 1 && seqs.at(-1) === newest + RETURNING_MISSED;
	for (let waited = 0; waited < 100 && !back.every(isCaughtUp); waited++) await pause(100);
	const whole = back.filter((device) => isCaughtUp(device) && isWhole(device)).length;
	for (const device of back) device.close();
	return [
		{
			name: `${devices.length} clients back within ${RETURN_WITHIN_MS / 1_000} s: without a gap`,
			value: whole,
			unit: `of ${devices.length}`,
			must: "all",
		},
		{ name: "a returning client: asked to told where it stands, p99", value: percentile(slowest, 0.99), unit: "ms", must: "—" },
		{ name: "all back and caught up", value: performance.now() - started, unit: "ms", must: "—" },
	];
}

/** Clients wait a random time up to this before they come back after all sockets were dropped at once, milliseconds. */
const RETURN_WITHIN_MS = 5_000;
