import type * as contract from "../../../contracts/sounds.ts";
import { call } from "./request.ts";

export type { Sound, SoundGenre } from "../../../contracts/sounds.ts";

interface LibraryQuery {
	q?: string;
	genre?: contract.SoundGenre;
	cursor?: string;
	limit?: number;
}
export const listSounds = (query: LibraryQuery) => call<typeof contract.listSounds>("GET", "/api/v1/sounds", { query });
export const listSavedSounds = (cursor?: string) =>
	call<typeof contract.listSavedSounds>("GET", "/api/v1/users/me/sounds", { query: cursor ? { cursor } : {} });
export const getSound = (soundId: string) => call<typeof contract.getSound>("GET", "/api/v1/sounds/:soundId", { params: { soundId } });
export const soundVideos = (soundId: string, cursor?: string) =>
	call<typeof contract.soundVideos>("GET", "/api/v1/sounds/:soundId/videos", {
		params: { soundId },
		query: { limit: 30, ...(cursor ? { cursor } : {}) },
	});
export const saveSound = (soundId: string) =>
	call<typeof contract.saveSound>("PUT", "/api/v1/sounds/:soundId/save", { params: { soundId } });
export const unsaveSound = (soundId: string) =>
	call<typeof contract.unsaveSound>("DELETE", "/api/v1/sounds/:soundId/save", { params: { soundId } });
export const updateSound = (soundId: string, body: { title?: string; off?: boolean }) =>
	call<typeof contract.updateSound>("PATCH", "/api/v1/sounds/:soundId", { params: { soundId }, body });
