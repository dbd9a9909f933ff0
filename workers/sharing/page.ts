import type { Services } from "../platform/services.ts";
import { type Preview, previewOf } from "./preview.ts";
import { targetOf } from "./target.ts";
import { escapeHtml } from "./words.ts";

/** What a page's head says of what it shows: Open Graph (ogp.me), Twitter's cards, and where oEmbed is asked. */
function headOf(preview: Preview, origin: string): string {
	const { kind, url, title, description, author, image, player, isUnlisted } = preview;
	const property = (name: string, content: string | number) => `<meta property="${name}" content="${escapeHtml(String(content))}">`;
	const named = (name: string, content: string | number) => `<meta name="${name}" content="${escapeHtml(String(content))}">`;
	const oembed = `${origin}/oembed?url=${encodeURIComponent(url)}`;
	return [
		...(isUnlisted === true ? [named("robots", "noindex")] : []),
		`<link rel="canonical" href="${escapeHtml(url)}">`,
		`<link rel="alternate" type="application/json+oembed" href="${escapeHtml(oembed)}" title="${escapeHtml(title)}">`,
		property("og:site_name", "reelay"),
		property("og:type", kind === "video" ? "video.other" : kind === "profile" ? "profile" : "website"),
		property("og:url", url),
		property("og:title", title),
		property("og:description", description),
		...(image === null
			? []
			: [
					property("og:image", image.url),
					property("og:image:width", image.width),
					property("og:image:height", image.height),
					property("og:image:alt", image.alt),
					named("twitter:image", image.url),
					named("twitter:image:alt", image.alt),
				]),
		...(player === null
			? [named("twitter:card", image === null ? "summary" : "summary_large_image")]
			: [
					property("og:video", player.url),
					property("og:video:secure_url", player.url),
					property("og:video:type", "text/html"),
					property("og:video:width", player.width),
					property("og:video:height", player.height),
					named("twitter:card", "player"),
					named("twitter:player", player.url),
					named("twitter:player:width", player.width),
					named("twitter:player:height", player.height),
				]),
		named("twitter:title", title),
		named("twitter:description", description),
		...(author === null ? [] : [named("author", author.name)]),
	].join("\n");
}

const pathOf = ({ url }: Preview): string => new URL(url).pathname;

/**
 * The client's page with what other programs show of it in its head. What not everyone may see gets the plain page, as what is not there.
 * @param plain the page as it was built
 */
export async function pageWithPreview(services: Services, url: URL, plain: Response, origin: string): Promise<Response> {
	const target = targetOf(url);
	if (target === null) return plain;
	const preview = await previewOf(services, target, origin);
	if (preview === null || preview === "private") return plain;
	// Somebody's former name leads to the one they have now. Not for ever: after a while it is anybody's.
	if (target.kind === "profile" && pathOf(preview).toLowerCase() !== `/@${target.username.toLowerCase()}`) {
		return new Response(null, { status: 302, headers: { location: pathOf(preview) + url.search, "cache-control": "no-cache" } });
	}
	const page = new HTMLRewriter()
		.on("title", { element: (title) => void title.setInnerContent(`${preview.title} · reelay`) })
		.on('meta[name="description"]', { element: (meta) => void meta.setAttribute("content", escapeHtml(preview.description)) })
		.on("head", { element: (head) => void head.append(headOf(preview, origin), { html: true }) })
		.transform(plain);
	const headers = new Headers(page.headers);
	// These words may change, or go, at any moment.
	headers.set("cache-control", "no-cache");
	headers.delete("etag");
	headers.delete("content-length");
	return new Response(page.body, { status: page.status, headers });
}
