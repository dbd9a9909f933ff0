import { lazySheet } from "../shell/lazySheet.tsx";

/** What others say, and the line to say something: no part of the first screen. Fetched once the first clip is there. */
export const LazyComments = lazySheet<{ videoId: string; canDeleteAll: boolean; onClose(): void }>(
	async () => (await import("./Comments.tsx")).Comments,
);
