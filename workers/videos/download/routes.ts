import type { Hono } from "hono";
import * as contract from "../../../contracts/sharing.ts";
import { type AppEnv, reply, route } from "../../gateway/index.ts";
import { askForDownload, downloadOf } from "./ask.ts";

/** When whoever waits for a copy is to ask again, seconds. */
const ASK_AGAIN_S = 2;

const answer = (download: contract.Download): Response =>
	download.state === "preparing"
		? reply(202, download, { "retry-after": String(ASK_AGAIN_S), "cache-control": "no-store" })
		: reply(200, download, { "cache-control": "no-store" });

/** Copies of videos, to be downloaded. */
export function downloadRoutes(app: Hono<AppEnv>): void {
	route(app, contract.getDownload, async ({ services, viewer, params }) => answer(await downloadOf(services, viewer, params.videoId)));
	route(app, contract.askForDownload, async ({ services, viewer, params }) =>
		answer(await askForDownload(services, viewer, params.videoId)),
	);
}
