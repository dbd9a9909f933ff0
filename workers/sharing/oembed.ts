import type { QueryOf } from "../../contracts/endpoint.ts";
import { formatUnknown, nothingToEmbed, notPublic } from "../../contracts/problems/sharing.ts";
import type { oembed as contract, OEmbed } from "../../contracts/sharing.ts";
import { EMBED_HEIGHT } from "../../contracts/sharing.ts";
import type { Services } from "../platform/services.ts";
import { type Preview, previewOf } from "./preview.ts";
import { targetOf } from "./target.ts";
import { escapeHtml } from "./words.ts";

/** How long another site may keep what it was told, seconds: what is deleted or hidden leaves theirs within an hour. */
const CACHE_AGE_S = 3_600;

/**
 * An address of ours as oEmbed 1.0 tells of it.
 * @throws `format_unknown` (501), `not_found` (404), `not_public` (401), as its standard has it
 */
export async function describeForEmbedding(services: Services, query: QueryOf<typeof contract>, origin: string): Promise<OEmbed> {
	if (query.format !== "json") throw formatUnknown();
	const url = URL.canParse(query.url) ? new URL(query.url) : null;
	const target = url !== null && url.host === new URL(origin).host ? targetOf(url) : null;
	const preview = target === null ? null : await previewOf(services, target, origin);
	if (preview === null) throw nothingToEmbed();
	if (preview === "private") throw notPublic();
	const { image, player } = preview;
	const size = player === null ? null : fitted(player, query.maxwidth, query.maxheight);
	return {
		version: "1.0",
		type: player === null ? "link" : "video",
		title: preview.title,
		...(preview.author === null ? {} : { author_name: preview.author.name, author_url: preview.author.url }),
		provider_name: "reelay",
		provider_url: origin,
		cache_age: CACHE_AGE_S,
		...(image === null ? {} : { thumbnail_url: image.url, thumbnail_width: image.width, thumbnail_height: image.height }),
		...(player === null || size === null ? {} : { ...size, html: iframe(preview, player.url, size) }),
	};
}

interface Size {
	readonly width: number;
	readonly height: number;
}

/** As large as a player usually is, and no larger than it may be, in its proportions. */
export function fitted({ width, height }: Size, maxWidth = Number.POSITIVE_INFINITY, maxHeight = Number.POSITIVE_INFINITY): Size {
	const scale = Math.min(EMBED_HEIGHT / Math.max(width, height), maxWidth / width, maxHeight / height);
	return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

/** The player as other sites put it into a page. */
export const iframe = ({ title }: Pick<Preview, "title">, url: string, { width, height }: Size): string =>
	`<iframe src="${escapeHtml(url)}" width="${width}" height="${height}" title="${escapeHtml(title)}" style="border:0;border-radius:12px" allow="autoplay; fullscreen; picture-in-picture" allowfullscreen loading="lazy" referrerpolicy="strict-origin-when-cross-origin"></iframe>`;
