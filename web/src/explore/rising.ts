import { signal } from "@preact/signals";
import { type Trending, trendingNow } from "../api/hashtags.ts";

/** What rises, kept while other screens are open; null before it was loaded. */
export const rising = signal<Trending | null>(null);
/** Whether what rises in the viewer's own country is wanted. */
export const isHere = signal(false);

/** The latest question's answer is shown, whenever it comes. */
let asked = 0;
export async function loadRising(): Promise<void> {
	const mine = ++asked;
	const told = await trendingNow(isHere.peek() ? (rising.peek()?.here ?? null) : null);
	if (mine === asked) rising.value = told;
}
