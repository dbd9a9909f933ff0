import fc from "fast-check";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { ENDPOINTS } from "../contracts/api.ts";
import type { Endpoint } from "../contracts/endpoint.ts";
import { ROUTERS } from "./app.ts";
import { type CallOptions, newUser, services, testApp } from "./gateway/testing/api.ts";

const call = testApp(...ROUTERS);
const SEED = 8;
const RUNS = 12;

/** Numbers and texts at and past the edge of what Postgres, SQLite or JavaScript can hold. */
const EDGES = [
	...[
		"-1",
		"0",
		"00",
		"1e3",
		"0x10",
		"1.5",
		"+1",
		"NaN",
		"Infinity",
		"null",
		"undefined",
		"true",
		"[]",
		"{}",
		"%",
		"%00",
		"'",
		"1'--",
		"１２",
	],
	...[
		"9007199254740993",
		"999999999999999",
		"9223372036854775807",
		"9223372036854775808",
		"18446744073709551616",
		"9".repeat(40),
		"1".repeat(2_000),
	],
	...[
		"8640000000000000-1",
		"8640000000000001-1",
		"999999999999999-1",
		"1-9999999999999999999",
		"1-9223372036854775808",
		"99999999999999-1",
		"-1-1",
		"1--1",
	],
	...["trending.9999999999999999999", "trending.-1", "0.0.AAAAAAAAAAA", "0.0._________w", `0.0.${"_".repeat(900)}`, "a.b.c.d"],
	...[
		"@",
		"@@",
		"@a b",
		"@\u0130",
		"\u202e",
		"\ufffd",
		"😀",
		"ı",
		"me",
		"abc",
		"00000000-0000-0000-0000-000000000000",
		crypto.randomUUID(),
	],
];
const hostile = fc.oneof(
	fc.constantFrom(...EDGES),
	fc.bigInt({ min: -(2n ** 66n), max: 2n ** 66n }).map(String),
	fc.tuple(fc.bigInt({ min: 0n, max: 2n ** 66n }), fc.bigInt({ min: 0n, max: 2n ** 66n })).map(([time, id]) => `${time}-${id}`),
	fc.string({ unit: "grapheme", maxLength: 40 }),
	fc.string({ unit: "binary-ascii", maxLength: 40 }),
);

let token: string;
/** Events of the log, for what only the database refused. */
const events: string[] = [];
beforeAll(() => {
	for (const level of ["warn", "error"] as const) {
		vi.spyOn(console, level).mockImplementation((line: string) => void events.push(line));
	}
});
// One of their own for each: some of the operations end sessions or accounts.
beforeEach(async () => {
	({ token } = await newUser(call));
});

afterEach(() => {
	expect(events.splice(0).filter((line) => line.includes("refused_by_database"))).toEqual([]);
});

/** Sends one text wherever an operation takes an id, a name or a cursor. */
async function send({ method, path, access, query, body }: Endpoint, text: string) {
	const params = path.replace(/:\w+/g, () => encodeURIComponent(text).replace(/^\.{0,2}$/, "%20"));
	const search = query === undefined ? "" : `?cursor=${encodeURIComponent(text)}`;
	const options: CallOptions = {
		...(access === "user" || access === "viewer" ? { token } : {}),
		...(access === "admin" ? { headers: { "x-admin-token": services.config.ADMIN_TOKEN } } : {}),
		...(body === undefined ? {} : { body: { text: "words", upTo: text, musicId: text, videoId: text } }),
	};
	return call(`${method} ${params}${search}` as `${string} /${string}`, options);
}

const takesText = ENDPOINTS.filter(({ path, query }) => path.includes(":") || query !== undefined);

describe("hostile ids and cursors", () => {
	it.each(takesText.map((endpoint) => ({ endpoint, id: endpoint.id })))(
		"$id: never an error of ours",
		async ({ endpoint }) => {
			const edges = endpoint.query === undefined ? [] : EDGES;
			for (const text of edges) {
				const { status, json } = await send(endpoint, text);
				expect(status, `${text}: ${JSON.stringify(json)}`).toBeLessThan(500);
			}
			await fc.assert(
				fc.asyncProperty(hostile, async (text) => {
					const { status, json } = await send(endpoint, text);
					expect(status, JSON.stringify(json)).toBeLessThan(500);
				}),
				{ seed: SEED, numRuns: RUNS },
			);
		},
		120_000,
	);

	it("422: a list's cursor out of range is refused in words that say what to do", async () => {
		for (const cursor of ["999999999999999-1", "1-9999999999999999999"]) {
			const { status, json } = await call(`GET /api/v1/users/me/saved?cursor=${cursor}`, { token });
			expect([status, json.errors[0].field]).toEqual([422, "query.cursor"]);
			expect(json.detail).toContain("Begin the list again");
		}
	});

	it("422: keys of a mute are typed by its scope, and preferences can be read after any of them", async () => {
		for (const scope of ["video", "creator", "sound"]) {
			for (const key of ["abc", "-1", "9223372036854775808", "9".repeat(30), "", "1 ", crypto.randomUUID()]) {
				const { status } = await call("PATCH /api/v1/feed/preferences", { token, body: { muted: { add: [{ scope, key }] } } });
				expect([scope, key, status]).toEqual([scope, key, 422]);
			}
		}
		await fc.assert(
			fc.asyncProperty(fc.constantFrom("video", "creator", "sound", "topic"), hostile, async (scope, key) => {
				const body = { muted: { add: [{ scope, key }] }, topicWeights: { [key]: 2 } };
				expect((await call("PATCH /api/v1/feed/preferences", { token, body })).status).toBeLessThan(500);
				expect((await call("GET /api/v1/feed/preferences", { token })).status).toBe(200);
			}),
			{ seed: SEED, numRuns: 40 },
		);
	}, 120_000);
});
