import { ID_DIGITS } from "../../contracts/ids.ts";
import type { Services } from "../platform/services.ts";
import type { Viewer } from "../rules/viewer.ts";
import { noteGiven } from "../trust/index.ts";
import { loadVideo, presentManifest } from "../videos/cards/index.ts";
import { previewOf } from "./preview.ts";
import { momentOf, videoPath } from "./target.ts";
import { escapeHtml } from "./words.ts";

const EMBED = new RegExp(`^/embed/(${ID_DIGITS})/?$`);

/**
 * The player that other sites put into their pages, filled in: poster, words and manifest are in the page, so that it needs one more
 * request to play. What not everyone may see leaves the page empty, which says so. Giving the page counts for nothing: it notes that this
 * viewer was given the video, and what they watch of it counts like anywhere else.
 * @param guestToken what the player names its viewer by, where no cookie comes along
 */
export async function embedPage(
	services: Services,
	url: URL,
	plain: Response,
	origin: string,
	viewer: Viewer,
	guestToken: string | null,
): Promise<{ readonly page: Response; readonly isThere: boolean }> {
	const videoId = EMBED.exec(url.pathname)?.[1] ?? "";
	const at = momentOf(url.searchParams.get("t"));
	const preview = videoId === "" ? null : await previewOf(services, { kind: "video", videoId, at }, origin);
	const record = preview === null || preview === "private" ? null : await loadVideo(services, videoId);
	const manifest = record === null ? null : presentManifest(services.config.REGION, record);
	if (preview === null || preview === "private" || record === null || manifest === null) return { page: plain, isThere: false };
	await noteGiven(services, viewer, [{ videoId }]);
	const link = origin + videoPath(videoId, at);
	const given = JSON.stringify({ videoId, manifest: manifest.url, durationMs: record.durationMs ?? 0, at: at ?? 0, guest: guestToken });
	const page = new HTMLRewriter()
		.on("title", { element: (title) => void title.setInnerContent(preview.title) })
		.on("head", {
			element: (head) => void (preview.isUnlisted === true && head.append('<meta name="robots" content="noindex">', { html: true })),
		})
		.on("body", { element: (body) => void body.setAttribute("data-given", escapeHtml(given)) })
		.on("video", {
			element(video) {
				video.setAttribute("aria-label", escapeHtml(preview.image?.alt ?? preview.title));
				if (preview.image !== null) video.setAttribute("poster", escapeHtml(new URL(preview.image.url).pathname));
			},
		})
		.on(".embed__title", { element: (element) => void element.setInnerContent(preview.title).setAttribute("href", escapeHtml(link)) })
		.on(".embed__report", {
			element: (element) =>
				void element.setAttribute("href", escapeHtml(`${origin}${videoPath(videoId, null)}?report`)).removeAttribute("hidden"),
		})
		.on(".embed__mark", { element: (element) => void element.setAttribute("href", escapeHtml(link)) })
		.on(".embed__author", {
			element: (element) =>
				void element.setInnerContent(preview.author?.name ?? "").setAttribute("href", escapeHtml(preview.author?.url ?? origin)),
		})
		.transform(plain);
	return { page, isThere: true };
}
