import { describe, expect, it, vi } from "vitest";
import type { Upload } from "../api/videos.ts";
import { PutError, partsOf, type TransferPorts, transferParts } from "./partTransfer.ts";

const upload = (count: number, arrived: number[] = []): Upload => ({
	videoId: "1",
	chunkSize: 4,
	uploadUrl: "/1",
	parts: Array.from({ length: count }, (_, i) => ({ partNumber: i + 1, url: `/${i + 1}` })).filter((p) => !arrived.includes(p.partNumber)),
	arrived: arrived.map((partNumber) => ({ partNumber, bytes: 4, etag: `old-${partNumber}` })),
	expiresAt: "2030-01-01T00:00:00Z",
});
const file = new Blob(["aaaabbbbcc"]);
const portsOf = (put: TransferPorts["put"], more: Partial<TransferPorts> = {}): TransferPorts => ({
	put,
	refresh: async () => upload(3),
	sleep: async () => undefined,
	connected: async () => undefined,
	...more,
});
const never = new AbortController().signal;

describe("transferParts", () => {
	it("sends each part's own bytes and answers the ETags in order", async () => {
		const seen: Record<string, string> = {};
		const put: TransferPorts["put"] = async (url, bytes) => {
			seen[url] = await bytes.text();
			return `etag${url}`;
		};
		const sent = await transferParts(file, upload(3), portsOf(put), never, () => undefined);
		expect(seen).toEqual({ "/1": "aaaa", "/2": "bbbb", "/3": "cc" });
		expect(sent).toEqual([1, 2, 3].map((partNumber) => ({ partNumber, etag: `etag/${partNumber}` })));
	});
	it("sends only what has not arrived", async () => {
		const put = vi.fn(async () => "new");
		const sent = await transferParts(file, upload(3, [1, 3]), portsOf(put), never, () => undefined);
		expect(put).toHaveBeenCalledTimes(1);
		expect(sent.map(({ etag }) => etag)).toEqual(["old-1", "new", "old-3"]);
	});
	it("keeps no more than three parts under way", async () => {
		let now = 0;
		let most = 0;
		const put = async () => {
			most = Math.max(most, ++now);
			await new Promise((resolve) => setTimeout(resolve, 2));
			now--;
			return "e";
		};
		await transferParts(new Blob(["x".repeat(40)]), upload(10), portsOf(put), never, () => undefined);
		expect(most).toBe(3);
	});
	it("retries a part after a fault, with growing pauses", async () => {
		const pauses: number[] = [];
		const put = vi
			.fn<TransferPorts["put"]>()
			.mockRejectedValueOnce(new PutError(0))
			.mockRejectedValueOnce(new PutError(503))
			.mockResolvedValue("e");
		const sleep = async (ms: number) => void pauses.push(ms);
		await transferParts(new Blob(["aa"]), upload(1), portsOf(put, { sleep }), never, () => undefined);
		expect(pauses).toEqual([800, 2000]);
	});
	it("asks for a fresh address when one ran out", async () => {
		const put = vi.fn<TransferPorts["put"]>(async (url) => {
			if (url === "/1") throw new PutError(403);
			return "e";
		});
		const refresh = vi.fn(async () => ({ ...upload(1), parts: [{ partNumber: 1, url: "/fresh" }] }));
		await transferParts(new Blob(["aa"]), upload(1), portsOf(put, { refresh }), never, () => undefined);
		expect(refresh).toHaveBeenCalledTimes(1);
		expect(put).toHaveBeenLastCalledWith("/fresh", expect.anything(), expect.anything(), expect.anything());
	});
	it("gives up after the last try, and stops the other parts", async () => {
		const put = vi.fn<TransferPorts["put"]>((url, _bytes, signal) =>
			url === "/1"
				? Promise.reject(new PutError(500))
				: new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped")))),
		);
		await expect(transferParts(file, upload(3), portsOf(put), never, () => undefined)).rejects.toEqual(new PutError(500));
		expect(put.mock.calls.filter(([url]) => url === "/1")).toHaveLength(6);
	});
	it("stops when paused", async () => {
		const pause = new AbortController();
		const put: TransferPorts["put"] = (_url, _bytes, signal) =>
			new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
		const done = transferParts(file, upload(3), portsOf(put), pause.signal, () => undefined);
		pause.abort(new Error("paused"));
		await expect(done).rejects.toThrow("paused");
	});
	it("tells the progress of each part", async () => {
		const told: number[] = [];
		const put: TransferPorts["put"] = async (_url, bytes, _signal, onSent) => {
			onSent(1);
			onSent(bytes.size);
			return "e";
		};
		await transferParts(file, upload(3), portsOf(put), never, (parts) => told.push(parts.reduce((sum, { sent }) => sum + sent, 0)));
		expect(told[0]).toBe(0);
		expect(told.at(-1)).toBe(10);
	});
});

describe("partsOf", () => {
	it("cuts a file into equal parts but for the last", () => {
		expect(partsOf(10, upload(3)).map(({ size }) => size)).toEqual([4, 4, 2]);
	});
	it("marks what arrived before", () => {
		expect(partsOf(10, upload(3, [2])).map(({ state }) => state)).toEqual(["waiting", "done", "waiting"]);
	});
});
