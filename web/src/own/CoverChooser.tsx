import { useSignal } from "@preact/signals";
import { ImageOff } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { sentenceOf } from "../api/problem.ts";
import type { VideoTile } from "../api/videos.ts";
import * as videos from "../api/videos.ts";
import { weave } from "../language/weave.ts";
import { clock } from "../ui/format.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import * as ownWords from "./own.words.ts";
import { chooseCover } from "./ownVideos.ts";
import { Frame } from "./StoryboardFrame.tsx";
import { frameAt, type Storyboard, storyboardAt } from "./storyboard.ts";

/** The video's storyboard, at an address that holds for its creator now. */
async function loadStoryboard(videoId: string): Promise<Storyboard> {
	const { manifest } = await videos.mediaGrant(videoId);
	return storyboardAt(manifest);
}

/**
 * Chooses a frame as cover, by scrubbing through the storyboard.
 * @param from where it begins, milliseconds: the moment the player stands at; else the cover that was chosen
 */
export function CoverChooser({ tile, from, onClose }: { tile: VideoTile; from: number | null; onClose(): void }) {
	const board = useSignal<Storyboard | null>(null);
	const fault = useSignal<unknown>(null);
	const place = useSignal<number | null>(null);
	const busy = useSignal(false);
	const refused = useSignal<string | null>(null);
	const load = () => {
		fault.value = null;
		loadStoryboard(tile.id).then(
			(loaded) => {
				board.value = loaded;
				place.value = frameAt(loaded.frames, from ?? tile.own?.coverAtMs ?? 0);
			},
			(error: unknown) => (fault.value = error),
		);
	};
	useEffect(load, [tile.id]);
	if (fault.value) return <FaultNotice error={fault.value} onRetry={load} />;
	const frames = board.value?.frames ?? [];
	if (board.value !== null && frames.length === 0) {
		return (
			<Notice icon={<ImageOff size={28} />} title={ownWords.noPictures()}>
				{ownWords.coverFixed()}
			</Notice>
		);
	}
	const frame = frames[place.value ?? 0];
	const height = pictureHeight();
	const save = async () => {
		if (!frame) return;
		busy.value = true;
		refused.value = null;
		try {
			await chooseCover(tile, frame.atMs);
			onClose();
		} catch (error) {
			refused.value = sentenceOf(error);
		} finally {
			busy.value = false;
		}
	};
	return (
		<div class="sheet__content cover-chooser">
			<div class="cover-chooser__picture" style={{ minHeight: `${height}px` }}>
				{frame && board.value ? (
					<div role="img" aria-label={ownWords.coverAt({ atMs: moment(frame.atMs) })}>
						<Frame frame={frame} board={board.value} height={height} />
					</div>
				) : (
					<div
						class="skeleton cover-chooser__bone"
						style={{ height: `${height}px` }}
						role="progressbar"
						aria-label={ownWords.loadingPictures()}
					/>
				)}
			</div>
			<label class="cover-chooser__scrub">
				<span>{weave(ownWords.momentAt, { time: <span class="quiet numeric">{frame ? moment(frame.atMs) : ""}</span> })}</span>
				<input
					type="range"
					min={0}
					max={Math.max(0, frames.length - 1)}
					step={1}
					value={place.value ?? 0}
					disabled={!frame}
					aria-valuetext={frame ? moment(frame.atMs) : undefined}
					onInput={(event) => (place.value = Number(event.currentTarget.value))}
				/>
			</label>
			<ul class="cover-chooser__strip" aria-label={ownWords.pictures()} data-scroll>
				{board.value !== null &&
					frames.map((each, at) => (
						<li key={each.atMs}>
							<button
								type="button"
								aria-label={ownWords.pictureAt({ atMs: moment(each.atMs) })}
								aria-pressed={at === place.value}
								onClick={() => (place.value = at)}
							>
								{board.value && <Frame frame={each} board={board.value} height={84} />}
							</button>
						</li>
					))}
			</ul>
			{refused.value && (
				<p class="own-edit__fault" role="alert">
					{refused.value}
				</p>
			)}
			<button
				type="button"
				class="button button--primary button--wide cover-chooser__use"
				disabled={!frame || busy.value}
				onClick={() => void save()}
			>
				{busy.value && <span class="spinner" />} {ownWords.usePicture()}
			</button>
		</div>
	);
}

/** As large as leaves the strip and the button in sight, pixels: below it in a tall sheet, beside it in a low one (own.css). */
const pictureHeight = (): number => {
	const room = innerHeight <= 500 ? innerHeight * 0.94 - 110 : innerHeight * 0.72 - 348;
	return Math.round(Math.min(300, Math.max(96, room)));
};

/** A moment to the tenth of a second: pictures may stand a quarter apart. */
const moment = (atMs: number): string => `${clock(Math.floor(atMs / 1000) * 1000)}.${Math.floor((atMs % 1000) / 100)}`;
