import { describe, expect, it } from "vitest";
import { UNDO_DELETE_MS } from "../../../contracts/limits.ts";
import { ApiError, unreachableError } from "../api/problem.ts";
import { RESTORES_KEY } from "../shell/activity.ts";
import { Restores } from "./restores.ts";

function page(answers: (string | ApiError)[] = []) {
	const stored = new Map<string, string>();
	const asked: string[] = [];
	let now = 1_000_000;
	const storage = {
		getItem: (key: string) => stored.get(key) ?? null,
		setItem: (key: string, value: string) => void stored.set(key, value),
		removeItem: (key: string) => void stored.delete(key),
	};
	const open = () =>
		new Restores<string>({
			storage,
			now: () => now,
			async restore(videoId) {
				asked.push(videoId);
				const answer = answers.shift() ?? videoId;
				if (typeof answer === "string") return answer;
				throw answer;
			},
			async pause(ms) {
				now += ms;
			},
		});
	return { open, asked, kept: () => stored.get(RESTORES_KEY), later: (ms: number) => (now += ms) };
}
const never = new Promise<void>(() => undefined);
const expired = new ApiError({ code: "undo_expired", status: 410, detail: "Gone." });
/** Runs what was begun to where it waits. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe("bringing a deleted video back", () => {
	it("waits for the deletion, and then forgets what it was kept for", async () => {
		const { open, asked, kept } = page();
		let acknowledge = () => {};
		const back = open().want("7", new Promise<void>((resolve) => (acknowledge = resolve)));
		await settled();
		expect(asked).toEqual([]);
		expect(kept()).toContain('"7"');
		acknowledge();
		expect(await back).toBe("7");
		expect(kept()).toBeUndefined();
	});

	it("asks also when the deletion seems to have failed: it may have arrived", async () => {
		const { open, asked } = page();
		expect(await open().want("7", Promise.reject(unreachableError()))).toBe("7");
		expect(asked).toEqual(["7"]);
	});

	it("is sent at once by a page that is left before the deletion is acknowledged", async () => {
		const { open, asked, kept } = page();
		const restores = open();
		void restores.want("7", never);
		restores.sendAll();
		expect(asked).toEqual(["7"]);
		await settled();
		expect(kept()).toBeUndefined();
	});

	it("is gone on with by the next page, as long as it can be", async () => {
		const { open, asked, kept, later } = page([unreachableError(), unreachableError()]);
		const left = open();
		void left.want("7", never);
		left.sendAll();
		await settled();
		expect(kept()).toContain('"7"');
		const [resumed] = open().resume();
		expect([resumed?.videoId, await resumed?.done]).toEqual(["7", "7"]);
		expect([asked, kept()]).toEqual([["7", "7", "7"], undefined]);
		void open().want("8", never);
		later(UNDO_DELETE_MS);
		expect(open().resume()).toEqual([]);
		expect(kept()).toBeUndefined();
	});

	it("ends with what the server says when it is too late, and with the last fault when time is over", async () => {
		const { open, kept } = page([expired]);
		await expect(open().want("7", Promise.resolve())).rejects.toBe(expired);
		expect(kept()).toBeUndefined();
		const away = page(Array.from({ length: 100 }, unreachableError));
		await expect(away.open().want("7", Promise.resolve())).rejects.toMatchObject({ code: "unreachable" });
		expect(away.asked.length).toBeLessThan(15);
		expect(away.kept()).toBeUndefined();
	});
});
