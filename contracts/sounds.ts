import * as z from "zod";
import { Id } from "./ids.ts";

/** A sound as lists and search show it. */
export const SoundSummary = z.object({
	id: Id,
	title: z.string().describe("Of an original that was not renamed: original sound – @name"),
	artistName: z.string(),
	durationMs: z.int(),
	isOriginal: z.boolean().describe("Made from an upload, rather than one of the library"),
	coverUrl: z.string().nullable(),
	videoCount: z.int().describe("Videos everybody may see that use it"),
});
export type SoundSummary = z.infer<typeof SoundSummary>;

/** How loud a video's own sound and the one that was added to it are, percent of what each was. */
export const SoundMix = z.object({ original: z.int().min(0).max(100), added: z.int().min(0).max(100) });
export type SoundMix = z.infer<typeof SoundMix>;
