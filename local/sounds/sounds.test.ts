import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { addFolder, RightsFault } from "./add.ts";
import { readRights } from "./rights.ts";

const HEAD = "file,title,artist,genre,mood,license,copyrighted,territories";
const files = new Set(["one.wav", "two.wav"]);
const faultsOf = (csv: string) => readRights(csv, files).faults.map(({ line, message }) => `${line}: ${message}`);

describe("rights of tracks", () => {
	it("are read as they stand, quoted titles and a byte order mark too", () => {
		const csv = `\uFEFF${HEAD}\none.wav,"Hello, ""you""",Ann,jazz,calm,restricted,true,DE AT\n\ntwo.wav,Two,Bo,folk,happy,free,false,\n`;
		const { tracks, faults } = readRights(csv, files);
		expect(faults).toEqual([]);
		expect(tracks.map(({ file, rights }) => [file, rights.title, rights.territories])).toEqual([
			["one.wav", 'Hello, "you"', "DE AT"],
			["two.wav", "Two", ""],
		]);
	});

	it("are told line by line what is wrong with them, all at once", () => {
		const lines = [
			"three.wav,Three,Ann,jazz,calm,free,false,",
			"one.wav,,Ann,polka,calm,free,false,",
			"one.wav,One,Ann,jazz,calm,mine,maybe,Germany",
			"two.wav,Two,Ann,jazz,calm,restricted,true,",
			"two.wav,Two,Ann",
		];
		const told = faultsOf([HEAD, ...lines].join("\n"));
		expect(told).toEqual(
			expect.arrayContaining([
				"2: There is no file “three.wav” in the folder.",
				expect.stringMatching(/^3: title: /),
				expect.stringMatching(/^3: genre: It is one of ambient, /),
				"4: The file “one.wav” is in line 3 already.",
				expect.stringMatching(/^4: license: It is one of free, /),
				expect.stringMatching(/^4: copyrighted: /),
				"4: territories: Countries by two letters each, with spaces between.",
				"5: territories: A restricted track names the countries it may be used in.",
				"6: It has 3 fields where the first line has 8.",
			]),
		);
	});

	it("have a first line that names the columns, and tracks below it", () => {
		expect(faultsOf("file,title\none.wav,One\n")).toEqual([
			expect.stringMatching(/^1: The first line must name these columns: artist, genre/),
		]);
		expect(faultsOf(`${HEAD}\n`)).toEqual(["1: No track follows the first line."]);
		expect(faultsOf("")).toHaveLength(1);
		expect(faultsOf(`${HEAD}\none.wav,"never closed`)[0]).toMatch(/^\d+: /);
	});
});

describe("a folder of tracks", () => {
	let folder: string;
	let asked: string[];
	let answer: (method: string, url: URL) => Response;
	const line = (file: string) => `${file},Title of ${file},Ann,jazz,calm,free,false,`;
	const library = { baseUrl: "http://reelay.test", adminToken: "token", wait: async () => undefined };

	beforeEach(async () => {
		folder = await mkdtemp(path.join(tmpdir(), "reelay-sounds-"));
		asked = [];
		answer = (_, url) => Response.json(url.pathname === "/internal/sounds" ? { soundId: "1" } : { tracks: 2 });
		vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
			const url = new URL(String(input));
			asked.push(`${init?.method} ${url.pathname.replace(/[0-9a-f-]{36}/, "BATCH")} ${url.searchParams.get("key") ?? ""}`.trim());
			return answer(init?.method ?? "", url);
		});
		for (const file of files) await writeFile(path.join(folder, file), "sound");
		await writeFile(path.join(folder, "rights.csv"), [HEAD, line("one.wav"), line("two.wav")].join("\n"));
	});
	afterEach(async () => {
		vi.restoreAllMocks();
		await rm(folder, { recursive: true, force: true });
	});

	it("is offered once all of it is added", async () => {
		expect(await addFolder(folder, library)).toBe(2);
		expect(asked).toEqual(["POST /internal/sounds one.wav", "POST /internal/sounds two.wav", "POST /internal/sounds/batches/BATCH"]);
	});

	it("adds nothing when a line is at fault", async () => {
		await writeFile(path.join(folder, "rights.csv"), [HEAD, line("one.wav"), line("gone.wav")].join("\n"));
		await expect(addFolder(folder, library)).rejects.toBeInstanceOf(RightsFault);
		expect(asked).toEqual([]);
	});

	it("is removed again when a file is refused, and says which", async () => {
		const problem = { type: "/docs", code: "track_refused", title: "No", status: 422, detail: "Silent.", requestId: "r" };
		answer = (method, url) =>
			method === "POST" && url.searchParams.get("key") === "two.wav"
				? Response.json(problem, { status: 422 })
				: Response.json({ soundId: "1" });
		await expect(addFolder(folder, library)).rejects.toMatchObject({ faults: [{ message: "two.wav: Silent." }] });
		expect(asked.at(-1)).toBe("DELETE /internal/sounds/batches/BATCH");
	});

	it("waits for a transcoder that has no place", async () => {
		let busy = 2;
		const usual = answer;
		answer = (method, url) => (busy-- > 0 ? new Response(null, { status: 503 }) : usual(method, url));
		expect(await addFolder(folder, library)).toBe(2);
		expect(asked.filter((one) => one.endsWith("one.wav"))).toHaveLength(3);
	});
});
