import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readArguments } from "./arguments.ts";
import { load, SAMPLE } from "./data.ts";
import { evaluate } from "./evaluate.ts";
import { invertInPlace } from "./inverse.ts";
import { fields, readCatalogue, readExposures } from "./log.ts";
import { report } from "./report.ts";
import { isHeldOut, split, warmCases } from "./split.ts";

const MODELS = ["ease", "ials", "itemKnn", "ours", "popularity", "recency"];
const data = load(readArguments(["--data", SAMPLE]));

describe("the command line", () => {
	it("has the development split as its default", () => {
		expect(readArguments([])).toEqual({ data: null, train: ["train_seq.csv.gz"], test: "val.csv.gz", cold: null, json: null });
	});

	it("takes several logs to learn from", () => {
		expect(readArguments(["--train", "a.gz,b.gz", "--cold", "c.gz"])).toMatchObject({ train: ["a.gz", "b.gz"], cold: ["c.gz"] });
	});

	it("refuses what it does not know, and names a file that is not there", () => {
		expect(() => readArguments(["--fast"])).toThrow();
		expect(() => readArguments(["--train", ","])).toThrow(/names no file/);
		expect(() => load(readArguments(["--data", SAMPLE, "--test", "nowhere.csv"]))).toThrow(/nowhere\.csv is neither/);
	});
});

describe("the logs", () => {
	const catalogue = readCatalogue(`${SAMPLE}/items.csv.gz`);

	it("give sequences and rows as exposures in time order", () => {
		const sequences = readExposures(`${SAMPLE}/train_seq.csv.gz`, catalogue);
		const rows = readExposures(`${SAMPLE}/val.csv.gz`, catalogue);
		expect(sequences.every((one) => one.playMs === null)).toBe(true);
		expect(rows.every((one) => one.playMs !== null)).toBe(true);
		expect(rows.every((one, index) => index === 0 || one.at >= (rows[index - 1]?.at ?? 0))).toBe(true);
	});

	it("that can't be used are refused, saying which and why", () => {
		const folder = mkdtempSync(join(tmpdir(), "eval-"));
		const [header = "", first = ""] = gunzipSync(readFileSync(`${SAMPLE}/val.csv.gz`))
			.toString()
			.split("\n");
		const given = (name: string, text: string): (() => unknown) => {
			writeFileSync(join(folder, name), text);
			return () => load(readArguments(["--data", SAMPLE, "--test", join(folder, name)]));
		};
		expect(given("columns.csv", `${header.replace("long_view", "longview")}\n${first}`)).toThrow(/columns\.csv has no column long_view/);
		expect(given("none.csv", `${header}\n`)).toThrow(/none\.csv has no impression/);
		expect(given("strangers.csv", `${header}\n${first.replace(/^(\d+),\d+/, "$1,999999")}`)).toThrow(
			/has no impression of a video that is in/,
		);
		expect(given("when.csv", `${header}\n${first.replace(/^(\d+,\d+),\d+/, "$1,yesterday")}`)).toThrow(/when\.csv, line 2: "yesterday"/);
		expect(given("broken.csv.gz", "no gzip")).toThrow(/broken\.csv\.gz can't be read/);
	});

	it("may have quoted fields", () => {
		expect(fields('1,"2,3",4')).toEqual(["1", "2,3", "4"]);
	});
});

describe("the split", () => {
	it("keeps cold users out of all that is learned from", () => {
		const cold = new Set(data.split.cold.map((one) => one.user));
		expect(cold.size).toBeGreaterThan(50);
		expect(data.split.train.some((one) => cold.has(one.user))).toBe(false);
		expect(data.split.test.some((one) => isHeldOut(one.user))).toBe(false);
	});

	it("takes users named as cold out of training and test, wherever else they appear", () => {
		const cold = data.split.train.filter((one) => one.user === data.split.train[0]?.user);
		const named = split(data.split.catalogue, data.split.train, data.split.test, cold);
		expect(named.cold.map((one) => one.user)).toEqual([cold[0]?.user]);
		expect(named.train.length).toBe(data.split.train.length - cold.length);
		expect(named.test.some((one) => one.user === cold[0]?.user)).toBe(false);
	});

	it("has as targets only new long views", () => {
		for (const one of warmCases(data.split)) for (const row of one.targets) expect(one.masked.has(row)).toBe(false);
	});
});

describe("the block inverse", () => {
	it("times the matrix is the identity, over more than one block", async () => {
		const size = 300;
		const a = new Float32Array(size * size);
		for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) a[i * size + j] = i === j ? 20 : Math.sin(i * 7 + j) / 20;
		const full = (i: number, j: number) => original[Math.max(i, j) * size + Math.min(i, j)] ?? 0;
		const original = a.slice();
		await invertInPlace(a, size);
		for (const [i, j] of [
			[0, 0],
			[5, 280],
			[299, 299],
			[299, 1],
		] as const) {
			let sum = 0;
			for (let k = 0; k < size; k++) sum += full(i, k) * (a[k * size + j] ?? 0);
			expect(sum).toBeCloseTo(i === j ? 1 : 0, 4);
		}
	});
});

describe("the whole evaluation on the generated sample", () => {
	it("measures every model and prints all of it", { timeout: 300_000 }, async () => {
		const results = await evaluate(data, { progress: () => {}, cache: false });
		expect(Object.keys(results.warm).sort()).toEqual(MODELS);
		expect(Object.keys(results.cold).sort()).toEqual(MODELS);
		expect(Object.keys(results.ranker).sort()).toEqual(MODELS);
		expect(Object.keys(results.cold.ours ?? {})).toEqual(["0", "3", "5", "10", "20", "50"]);
		// The sample has taste in it: whoever learns must do better than chance, and ours rank what is watched above what is not.
		expect(results.warm.ours?.hr10).toBeGreaterThan(0.2);
		expect(results.ranker.ours?.auc).toBeGreaterThan(0.55);
		const { pages } = results.cost;
		expect(pages.diversity.topics10).toBeGreaterThan(pages.plain.topics10);
		expect(pages.exploration.coverage10).toBeGreaterThan(pages.plain.coverage10);
		expect(results.newVideos.ours.recall20).toBeGreaterThan(results.newVideos.chance.recall20);
		const text = report(results);
		for (const model of MODELS) expect(text).toContain(model);
	});

	it("gives every figure, none of them NaN, of a single viewer too", { timeout: 300_000 }, async () => {
		const [viewer] = warmCases(data.split);
		const only = { ...data.split, test: data.split.test.filter((one) => one.user === viewer?.user), cold: data.split.cold.slice(0, 1) };
		const results = await evaluate({ ...data, split: only }, { progress: () => {}, cache: false });
		const numbers: number[] = [];
		JSON.stringify(results, (_, value) => {
			if (typeof value === "number") numbers.push(value);
			return value;
		});
		expect(results.data.warmUsers).toBe(1);
		expect(Object.keys(results.cold.ours ?? {})).toEqual(["0", "3", "5", "10", "20", "50"]);
		expect(numbers.every(Number.isFinite)).toBe(true);
	});
});
