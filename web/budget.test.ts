import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { fillPath } from "../contracts/call.ts";
import { FIRST_PAGE } from "./src/feed/feedList.ts";

/** First screen before hls.js, gzipped bytes: HTML, scripts and styles (DESIGN §5). The typeface comes after the first paint. */
const FIRST_SCREEN_BYTES = 60 * 1024;

interface Chunk {
	type: "chunk" | "asset";
	fileName: string;
	code?: string;
	source?: string | Uint8Array;
	isEntry?: boolean;
	name?: string;
	imports?: string[];
}
let files: Map<string, Chunk>;
const sizeOf = (file: Chunk | undefined) => gzipSync(file?.code ?? file?.source ?? "").length;

beforeAll(async () => {
	// As it is shipped: the runner's own environment would build the libraries' checks for developers in.
	vi.stubEnv("NODE_ENV", "production");
	const result = await build({
		configFile: fileURLToPath(new URL("vite.config.ts", import.meta.url)),
		logLevel: "silent",
		build: { write: false },
	});
	const outputs = (Array.isArray(result) ? result : [result]).flatMap((built) => ("output" in built ? (built.output as Chunk[]) : []));
	vi.unstubAllEnvs();
	files = new Map(outputs.map((file) => [file.fileName, file]));
});

/** The entry and all it imports before anything is shown. */
function firstScreen(entry = "index"): Chunk[] {
	const found = new Set<string>();
	const visit = (name: string) => {
		if (found.has(name)) return;
		found.add(name);
		for (const imported of files.get(name)?.imports ?? []) visit(imported);
	};
	for (const file of files.values()) if (file.isEntry && file.name === entry) visit(file.fileName);
	return [...found].flatMap((name) => files.get(name) ?? []);
}

describe("the built client", () => {
	it("shows its first screen within 60 KB gzipped", () => {
		const html = files.get("index.html");
		const styles = [...files.values()].filter(({ fileName }) => String(html?.source).includes(fileName) && fileName.endsWith(".css"));
		const bytes = [html, ...styles, ...firstScreen()].reduce((sum, file) => sum + sizeOf(file), 0);
		expect(styles).toHaveLength(1);
		expect(bytes).toBeGreaterThan(10_000);
		expect(bytes).toBeLessThan(FIRST_SCREEN_BYTES);
	});
	it("embeds a player of a few KB, and nothing of the app with it", () => {
		const code = firstScreen("embed");
		expect(code.length).toBeGreaterThan(0);
		expect(code.reduce((sum, file) => sum + sizeOf(file), 0)).toBeLessThan(6 * 1024);
	});
	it("brings neither hls.js nor the schema library into the first screen", () => {
		const code = firstScreen()
			.map((file) => file.code)
			.join("");
		expect(code).not.toMatch(/MANIFEST_PARSED|hlsMediaAttached/);
		expect(code).not.toMatch(/ZodError|ZodType/);
	});
	it("is kept on the device with all its screens, and with nothing of other pages", () => {
		const kept = String(files.get("sw.js")?.source);
		for (const { fileName } of firstScreen()) expect(kept).toContain(`/${fileName}`);
		for (const wanted of ["/index.html", "/manifest.webmanifest", "SettingsScreen", "ProfileScreen", "woff2"])
			expect(kept).toContain(wanted);
		for (const other of ["embed", "hls.light", "swagger", "push-worker"]) expect(kept).not.toMatch(new RegExp(`url:.?/[^,]*${other}`));
	});
	it("keeps inline scripts and styles out of the page: the policy forbids them", () => {
		const html = String(files.get("index.html")?.source);
		expect(html).not.toMatch(/<script(?![^>]*src=)/);
		expect(html).not.toMatch(/<style|style="|javascript:/);
	});
	it("has the browser ask for the first page of the feed with the page itself: the very request the client sends", async () => {
		const headers = await readFile(new URL("public/_headers", import.meta.url), "utf8");
		const preloaded = /^\/\n\s+Link: <(.+)>; rel=preload; as=fetch; crossorigin$/m.exec(headers)?.[1];
		expect(preloaded).toBe(fillPath("/api/v1/feed", undefined, { count: FIRST_PAGE }));
	});
	it("says in its headers what the page may load, and keeps hashed files for a year", async () => {
		const headers = await readFile(new URL("public/_headers", import.meta.url), "utf8");
		expect(headers).toMatch(/script-src 'self';/);
		expect(headers).not.toMatch(/unsafe-inline|unsafe-eval/);
		expect(headers).toMatch(/\/assets\/\*\n\s+Cache-Control: public, max-age=31536000, immutable/);
	});
});
