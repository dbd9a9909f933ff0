import { describe, expect, it } from "vitest";
import type { LiveEvent } from "../../contracts/live.ts";
import { openSqlite } from "../messages/sqlite.fixture.ts";
import { LiveLog, type NewEvent } from "./log.ts";

const notices = (unread: number): LiveEvent => ({ kind: "notices", unread });
const told = (key: string, unread: number, replaces?: string): NewEvent => ({
	key,
	event: notices(unread),
	...(replaces === undefined ? {} : { replaces }),
});
const unread = (events: readonly { readonly event: LiveEvent }[] | null) =>
	events?.map(({ event }) => (event.kind === "notices" ? event.unread : null));

describe("a person's log", () => {
	it("keeps many at once in their order, each key once, and says what was new", () => {
		const log = new LiveLog(openSqlite());
		const many = Array.from({ length: 40 }, (_, at) => told(`k${at}`, at));
		expect(log.append(many, 1).map(({ rev }) => rev)).toEqual(many.map((_, at) => at + 1));
		expect(unread(log.append([told("k3", 99), told("new", 7), told("new", 8)], 2))).toEqual([7]);
		expect(unread(log.after(38))).toEqual([38, 39, 7]);
		expect(log.append([], 3)).toEqual([]);
	});
	it("keeps of what replaces each other the last, whether told apart or together", () => {
		const log = new LiveLog(openSqlite());
		log.append([told("a", 1, "n"), told("b", 2)], 1);
		const heard = log.append([told("c", 3, "n"), told("d", 4, "n"), told("e", 5, "m")], 2);
		expect(unread(heard)).toEqual([3, 4, 5]);
		expect(unread(log.after(0))).toEqual([2, 4, 5]);
		expect(log.newest()).toBe(5);
	});
	it("keeps words as they were, in any script", () => {
		const log = new LiveLog(openSqlite());
		const words = 'a "quote", \\ back, \n line, हिन्दी, 👩‍👩‍👧, \ud800';
		const event = { kind: "message", message: { content: { type: "text", text: words } } } as unknown as LiveEvent;
		log.append([{ key: "k", replaces: 'it\'s "x"', event }], 1);
		expect(log.after(0)).toEqual([{ rev: 1, event: JSON.parse(JSON.stringify(event)) }]);
	});
	it("never uses a revision twice, and forgets what is too much", () => {
		const log = new LiveLog(openSqlite());
		for (let at = 0; at < 60; at++) {
			log.append(
				Array.from({ length: 100 }, (_, each) => told(`${at} ${each}`, each)),
				1,
			);
		}
		expect(log.newest()).toBe(6_000);
		expect(log.after(0)).toBeNull();
		expect(log.after(1_100)).toHaveLength(4_900);
	});
});
