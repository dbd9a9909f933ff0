import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { VideoCard } from "../api/feeds.ts";
import { Frame } from "../own/StoryboardFrame.tsx";
import { frameAt, type Storyboard, storyboardAt } from "../own/storyboard.ts";

/** As high as a thumb's tip leaves to be seen, pixels. */
const HEIGHT = 128;
const boards = new Map<string, Storyboard>();

/** What stands at the place that is sought. Without a storyboard the clip itself is all there is to see. */
export function ScrubPreview({ card: { id, manifest }, atMs }: { card: VideoCard; atMs: number }) {
	const board = useSignal(boards.get(id) ?? null);
	useEffect(() => {
		if (board.value) return;
		storyboardAt(manifest).then(
			(loaded) => {
				boards.set(id, loaded);
				board.value = loaded;
			},
			// The clip behind it shows the place as well, a moment later.
			() => undefined,
		);
	}, [id]);
	const frame = board.value?.frames[frameAt(board.value.frames, atMs)];
	return (
		<div class="progress__preview" aria-hidden="true">
			{board.value && frame && <Frame frame={frame} board={board.value} height={HEIGHT} />}
		</div>
	);
}
