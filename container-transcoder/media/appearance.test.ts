import { expect, test } from "vitest";
import { appearanceOf, isDolbyVisionAlone } from "./appearance.ts";

test("a reserved matrix is as good as none, by size, and is told of", () => {
	expect(appearanceOf({ width: 320, height: 240, color_space: "reserved" })).toMatchObject({ matrix: "bt601", reservedMatrix: true });
	expect(appearanceOf({ width: 1920, height: 1080, color_space: "reserved" }).matrix).toBe("bt709");
	expect(appearanceOf({ width: 320, height: 240, color_space: "chroma-derived-nc" }).matrix).toBe("bt709");
});

test("HDR whose file leaves its matrix out, or names SDR's, is in BT.2020", () => {
	for (const color_transfer of ["smpte2084", "arib-std-b67"]) {
		expect(appearanceOf({ width: 320, height: 240, color_transfer }).matrix).toBe("bt2020");
		expect(appearanceOf({ color_transfer, color_space: "bt709" }).matrix).toBe("bt2020");
	}
});

test("only primaries that show are converted, HDR's on its own way", () => {
	expect(appearanceOf({ color_primaries: "smpte432", color_transfer: "iec61966-2-1" }).wideGamut).toEqual({
		primaries: "smpte432",
		transfer: "iec61966-2-1",
	});
	expect(appearanceOf({ color_primaries: "bt2020", color_transfer: "smpte2084" }).wideGamut).toBeNull();
	expect(appearanceOf({ color_primaries: "smpte170m" }).wideGamut).toBeNull();
});

const rows = (...numbers: number[]) => [0, 1, 2].map((row) => `\n0000000${row}: ${numbers.slice(row * 3, row * 3 + 3).join(" ")}`).join("");
test.each([
	["a quarter clockwise", [0, 65536, 0, -65536, 0, 0, 0, 0, 2 ** 30], ["transpose=clock"], true],
	["a quarter, mirrored", [0, 65536, 0, 65536, 0, 0, 0, 0, 2 ** 30], ["transpose=cclock_flip"], true],
	["mirrored", [-65536, 0, 0, 0, 65536, 0, 0, 0, 2 ** 30], ["hflip"], false],
	["half", [-65536, 0, 0, 0, -65536, 0, 0, 0, 2 ** 30], ["hflip", "vflip"], false],
	["not at all", [65536, 0, 0, 0, 65536, 0, 0, 0, 2 ** 30], [], false],
])("a picture turned %s", (_, matrix, turn, sidesExchanged) => {
	expect(appearanceOf({ side_data_list: [{ displaymatrix: rows(...matrix) }] })).toMatchObject({ turn, sidesExchanged });
});

test("Dolby Vision that only Dolby's players show is known from that with a layer for others", () => {
	expect(isDolbyVisionAlone({ side_data_list: [{ dv_profile: 5, dv_bl_signal_compatibility_id: 0 }] })).toBe(true);
	expect(isDolbyVisionAlone({ side_data_list: [{ dv_profile: 8, dv_bl_signal_compatibility_id: 4 }] })).toBe(false);
});
