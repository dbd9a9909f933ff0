import type { Hono } from "hono";
import * as contract from "../../contracts/sharing.ts";
import { type AppEnv, limitMedia, newGuest, route } from "../gateway/index.ts";
import { errorFields } from "../platform/log.ts";
import type { Services } from "../platform/services.ts";
import { sharingChoices } from "./choices.ts";
import { embedPage } from "./embed.ts";
import { describeForEmbedding } from "./oembed.ts";
import { pageWithPreview } from "./page.ts";

const originOf = ({ config }: Services, url: string): string => config.APP_ORIGIN ?? new URL(url).origin;

/** Pages that other programs show, the embedded player, and what is told of them. */
export function sharingRoutes(app: Hono<AppEnv>): void {
	route(app, contract.sharing, ({ services, viewer, params, context }) =>
		sharingChoices(services, viewer, params.videoId, originOf(services, context.req.url)),
	);
	route(app, contract.oembed, async ({ services, query, context }) => {
		await limitMedia(services, context.req.raw.headers);
		context.header("access-control-allow-origin", "*");
		context.header("cache-control", "public, max-age=60");
		return describeForEmbedding(services, query, originOf(services, context.req.url));
	});
	for (const path of ["/v/:id", "/c/:link", "/tag/:tag", "/sound/:id", "/:name{@[^/]+}", "/:name{@[^/]+}/:id"]) {
		app.get(path, async (context) => {
			const { services, log } = context.var;
			const plain = await context.env.ASSETS.fetch(context.req.raw);
			try {
				await limitMedia(services, context.req.raw.headers);
				return await pageWithPreview(services, new URL(context.req.url), plain, originOf(services, context.req.url));
			} catch (error) {
				// A preview is not worth the page.
				log.warn("preview_left_out", errorFields(error));
				return context.env.ASSETS.fetch(context.req.raw);
			}
		});
	}
	app.get("/embed/:id", async (context) => {
		const { services } = context.var;
		await limitMedia(services, context.req.raw.headers);
		context.set("framable", true);
		const plain = await context.env.ASSETS.fetch(new Request(new URL("/embed", context.req.url)));
		const { viewer } = await context.var.identify();
		const guest = viewer === null ? newGuest(services, context.req.url) : null;
		const { page, isThere } = await embedPage(
			services,
			new URL(context.req.url),
			plain,
			originOf(services, context.req.url),
			viewer ?? guest?.viewer ?? newGuest(services, context.req.url).viewer,
			guest?.token ?? null,
		);
		const headers = new Headers(page.headers);
		// It names who looks.
		headers.set("cache-control", "private, no-store");
		headers.delete("etag");
		headers.delete("content-length");
		return new Response(page.body, { status: isThere ? 200 : 404, headers });
	});
}
