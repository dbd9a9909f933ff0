import { describe, expect, it } from "vitest";
import { findFfmpeg, majorVersion, shortcomings } from "./tools.ts";

const ENCODERS = " V....D libx264              H.264\n A....D aac                  AAC\n";
const FILTERS = " .S. zscale            V->V\n .S. tonemap           V->V\n ... loudnorm          A->A\n";

describe("the choice of FFmpeg", () => {
	it.each([
		["ffmpeg version 5.1.6-0+deb12u1 Copyright (c) 2000", 5],
		["ffmpeg version n7.0 Copyright", 7],
		["ffmpeg version N-112233-gabc Copyright", Number.POSITIVE_INFINITY],
		["something else", 0],
	])("reads the version of %s", (banner, expected) => {
		expect(majorVersion(banner)).toBe(expected);
	});

	it("accepts one with all that is needed and names what another lacks", () => {
		expect(shortcomings("ffmpeg version 5.1", ENCODERS, FILTERS)).toEqual([]);
		expect(shortcomings("ffmpeg version 4.4", ENCODERS.replace("libx264 ", "libx265 "), "")).toEqual([
			"version 5",
			"libx264",
			"zscale",
			"tonemap",
			"loudnorm",
		]);
	});

	it("finds one that works on this machine and says where it is from", async () => {
		const tool = await findFfmpeg({});
		expect(tool.description).toMatch(/^ffmpeg version .* \((on PATH|carried by npm)\)$/);
	});

	it("goes on to the next when the one named can't run", async () => {
		expect((await findFfmpeg({ FFMPEG_PATH: "/nonexistent/ffmpeg" })).path).not.toContain("nonexistent");
	});
});
