import { Pin, PinOff } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { account } from "../account/session.ts";
import type { VideoTile } from "../api/videos.ts";
import { loadPins, pinsOf, setPinned } from "./pins.ts";
import * as pinsWords from "./pins.words.ts";

/** Pins one's own video to one's profile, or takes it off: a row of what can be done with it. */
export function PinRow({ tile, onClose }: { tile: VideoTile; onClose(): void }) {
	const username = account.value?.username;
	useEffect(() => {
		if (username !== undefined) void loadPins(username);
	}, [username]);
	if (username === undefined) return null;
	const isPinned = pinsOf(username).value.some(({ id }) => id === tile.id);
	// What nobody else can see is not pinned; one that was before keeps its place until it is taken off.
	if (!isPinned && tile.visibility === "private") return null;
	return (
		<li>
			<button
				type="button"
				class="sheet-row"
				onClick={() => {
					onClose();
					void setPinned(username, tile.id, !isPinned);
				}}
			>
				{isPinned ? <PinOff size={22} /> : <Pin size={22} />}
				<span>{isPinned ? pinsWords.takeOff() : pinsWords.pin()}</span>
			</button>
		</li>
	);
}
