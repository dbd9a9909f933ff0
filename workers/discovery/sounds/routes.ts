import type { Hono } from "hono";
import * as contract from "../../../contracts/sounds.ts";
import { type AppEnv, limitMedia, reply, route } from "../../gateway/index.ts";
import { countryOf } from "../../platform/country.ts";
import { savedSounds, saveSound, unsaveSound } from "./favourites.ts";
import { listSounds } from "./library.ts";
import { getSound, soundVideos, updateSound } from "./page.ts";
import { servePreview } from "./serve.ts";
import { addTrack, dropTracks, offerTracks } from "./tracks.ts";

export function soundRoutes(app: Hono<AppEnv>): void {
	route(app, contract.listSounds, ({ services, viewer, query, context }) =>
		listSounds(services, { viewer, country: countryOf(context.req.raw) }, query),
	);
	route(app, contract.getSound, async ({ services, viewer, params, context }) => ({
		sound: await getSound(services, { viewer, country: countryOf(context.req.raw) }, params.soundId),
	}));
	route(app, contract.soundVideos, ({ services, viewer, params, query }) => soundVideos(services, viewer, params.soundId, query));
	route(app, contract.saveSound, ({ services, viewer, params }) => saveSound(services, viewer, params.soundId));
	route(app, contract.unsaveSound, ({ services, viewer, params }) => unsaveSound(services, viewer, params.soundId));
	route(app, contract.listSavedSounds, ({ services, viewer, query, context }) =>
		savedSounds(services, viewer, countryOf(context.req.raw), query),
	);
	route(app, contract.updateSound, async ({ services, viewer, params, body, context }) => ({
		sound: await updateSound(services, viewer, countryOf(context.req.raw), params.soundId, body),
	}));

	route(app, contract.addTrack, async ({ services, query, context }) => {
		const { soundId, isNew } = await addTrack(services, query, await context.req.raw.arrayBuffer());
		return reply(isNew ? 201 : 200, { soundId });
	});
	route(app, contract.offerTracks, async ({ services, params }) => ({ tracks: await offerTracks(services, params.batchId) }));
	route(app, contract.dropTracks, async ({ services, params }) => ({ tracks: await dropTracks(services, params.batchId) }));

	/** Previews of the library; those of originals lie with their videos. */
	app.get("/audio/:soundId/:audio/preview.m4a", async (context) => {
		const { services } = context.var;
		await limitMedia(services, context.req.raw.headers);
		return servePreview(services, context.req.raw, context.req.param(), countryOf(context.req.raw));
	});
}
