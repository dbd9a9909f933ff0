import { ID_DIGITS } from "../../../contracts/ids.ts";
import { DOWNLOAD_NAME, RUNGS } from "../../../contracts/media.ts";
import { SOUND_TYPE } from "../../../contracts/sound-files.ts";

/** One object of a video as addressed: `/videos/{region}/{id}/[{grant}/][g{generation}/]{name}`. */
export interface MediaPath {
	readonly videoId: string;
	readonly grant: string | null;
	/** Null: the generation that is served now. */
	readonly generation: number | null;
	/** Below the generation's folder. */
	readonly name: string;
	readonly contentType: string;
}

const RUNG = `(?:${RUNGS.join("|")})p`;
/** All that lies in a generation's folder and may be read; nothing else has an address. */
const SHAPES: readonly (readonly [shape: RegExp, contentType: string])[] = [
	[new RegExp(`^(?:master|${RUNG})\\.m3u8$`), "application/vnd.apple.mpegurl"],
	[new RegExp(`^${RUNG}/init\\.mp4$`), "video/mp4"],
	[new RegExp(`^${RUNG}/\\d{1,5}\\.m4s$`), "video/iso.segment"],
	[/^(?:cover(?:-[1-9]\d{0,5})?|storyboard)\.jpg$/, "image/jpeg"],
	[DOWNLOAD_NAME, "video/mp4"],
	[/^preview\.m4a$/, SOUND_TYPE],
	[/^storyboard\.vtt$/, "text/vtt; charset=utf-8"],
];

const PATH = new RegExp(
	`^/videos/[a-z0-9-]{1,32}/(${ID_DIGITS})/(?:(t\\.[A-Za-z0-9._-]{1,80})/)?(?:g([1-9]\\d{0,6})/)?([a-z0-9/.-]{1,40})$`,
);

/** Reads a media address; null for every path that can't name an object. */
export function parseMediaPath(pathname: string): MediaPath | null {
	const match = PATH.exec(pathname);
	if (match === null) return null;
	const [, videoId, grant, generation, name] = match;
	if (videoId === undefined || name === undefined) return null;
	const contentType = SHAPES.find(([shape]) => shape.test(name))?.[1];
	if (contentType === undefined) return null;
	return { videoId, grant: grant ?? null, generation: generation === undefined ? null : Number(generation), name, contentType };
}

export const isPlaylist = (name: string): boolean => name.endsWith(".m3u8");
