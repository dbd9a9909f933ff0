import type { IncomingMessage, ServerResponse } from "node:http";
import { SOUND_PEAKS } from "../../../contracts/limits.ts";
import type { Sound } from "../../../contracts/sounds.ts";
import type { VideoCard } from "../../../contracts/videos.ts";
import { json, problem } from "./contract.ts";
import { PEOPLE } from "./fake-catalogue.ts";

const peaks = Array.from({ length: SOUND_PEAKS }, (_, bar) => Math.round(50 + 50 * Math.sin(bar / 5)));
const track = (id: string, title: string, more: Partial<Sound> = {}): Sound => ({
	id,
	title,
	artistName: "Tidal Rooms",
	durationMs: 36_000,
	isOriginal: false,
	coverUrl: null,
	videoCount: 3,
	creator: null,
	genre: "ambient",
	mood: "calm",
	peaks,
	previewUrl: `/audio/${id}/a/preview.m4a`,
	usable: true,
	saved: false,
	own: null,
	...more,
});

/** Sounds of the made-up API; tests read and set them. */
export class FakeSounds {
	/** The library, and originals by their ids. */
	all: Sound[] = [
		track("7001", "Low Tide"),
		track("7002", "Last Tram", { artistName: "Window Seat", genre: "lofi", videoCount: 0 }),
		track("7003", "Anthem", { usable: false, previewUrl: null }),
		track("1000", "original sound – @mina", {
			isOriginal: true,
			artistName: "Mina Okafor",
			creator: PEOPLE[0] ?? null,
			genre: null,
			mood: null,
		}),
	];
	saved: string[] = [];
}

interface Asked {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly url: URL;
	readonly body: () => Record<string, unknown>;
	readonly sounds: FakeSounds;
	readonly cards: readonly VideoCard[];
}

/** @returns false for what is nothing about sounds */
export function answerSounds({ request, response, url, body, sounds, cards }: Asked): boolean {
	const { pathname, searchParams } = url;
	const shown = (sound: Sound): Sound => ({ ...sound, saved: sounds.saved.includes(sound.id) });
	if (pathname === "/api/v1/users/me/sounds") {
		json(response, { sounds: sounds.saved.flatMap((id) => sounds.all.filter((one) => one.id === id)).map(shown), nextCursor: null });
		return true;
	}
	if (pathname === "/api/v1/sounds") {
		const [q, genre] = [searchParams.get("q")?.toLowerCase() ?? "", searchParams.get("genre")];
		const fits = (one: Sound) => `${one.title} ${one.artistName}`.toLowerCase().includes(q) && (genre === null || one.genre === genre);
		json(response, { sounds: sounds.all.filter((one) => !one.isOriginal && one.usable && fits(one)).map(shown), nextCursor: null });
		return true;
	}
	const [, id, rest] = /^\/api\/v1\/sounds\/(\d+)(?:\/(\w+))?$/.exec(pathname) ?? [];
	if (id === undefined) return false;
	const sound = sounds.all.find((one) => one.id === id);
	if (sound === undefined)
		problem(response, "sound_not_found", "This sound doesn't exist, or is no longer available to you. Choose another.");
	else if (rest === "videos") json(response, { videos: cards.slice(0, 5), nextCursor: null });
	else if (rest === "save") {
		const isKept = request.method === "PUT";
		sounds.saved = [...(isKept ? [id] : []), ...sounds.saved.filter((other) => other !== id)];
		json(response, { saved: isKept });
	} else {
		if (request.method === "PATCH") {
			const { title = sound.title, off } = body() as { title?: string; off?: boolean };
			Object.assign(sound, { title, own: { off: off ?? sound.own?.off ?? false } });
		}
		json(response, { sound: shown(sound) });
	}
	return true;
}
