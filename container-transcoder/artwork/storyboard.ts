import sharp from "sharp";
import type { TileSink } from "../encode/tiles.ts";

/** Short side of one picture on the sheet, pixels, and pictures in a row. */
const TILE_SHORT_SIDE = 120;
const COLUMNS = 8;

export interface Storyboard {
	/** One sheet of all tiles, JPEG. */
	sheet: Buffer;
	/** WebVTT that names each tile's time and place on the sheet. */
	vtt: string;
}

/** Joins the tiles into one sheet, for previews while seeking. */
export async function makeStoryboard(sink: TileSink, durationSeconds: number): Promise<Storyboard> {
	const scale = Math.min(1, TILE_SHORT_SIDE / Math.min(sink.width, sink.height));
	const width = Math.max(1, Math.round(sink.width * scale));
	const height = Math.max(1, Math.round(sink.height * scale));
	const columns = Math.min(COLUMNS, sink.tiles.length);
	const rows = Math.ceil(sink.tiles.length / columns);
	const small = await Promise.all(
		sink.tiles.map(({ rgb }) =>
			sharp(rgb, { raw: { width: sink.width, height: sink.height, channels: 3 } })
				.resize(width, height, { fit: "fill" })
				.raw()
				.toBuffer(),
		),
	);
	const sheet = await sharp({ create: { width: columns * width, height: rows * height, channels: 3, background: "#000" } })
		.composite(
			small.map((input, n) => ({
				input,
				raw: { width, height, channels: 3 as const },
				left: (n % columns) * width,
				top: Math.floor(n / columns) * height,
			})),
		)
		.jpeg({ quality: 60 })
		.toBuffer();
	const cues = sink.tiles.map((tile, n) => {
		const until = sink.tiles[n + 1]?.seconds ?? durationSeconds;
		const place = `${(n % columns) * width},${Math.floor(n / columns) * height},${width},${height}`;
		return `${clock(tile.seconds)} --> ${clock(Math.max(until, tile.seconds + 0.001))}\nstoryboard.jpg#xywh=${place}\n`;
	});
	return { sheet, vtt: `WEBVTT\n\n${cues.join("\n")}` };
}

function clock(seconds: number): string {
	return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);
}
