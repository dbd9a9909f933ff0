import { useSignal } from "@preact/signals";
import { sentenceOf } from "../api/problem.ts";
import type { VideoTile } from "../api/videos.ts";
import * as videos from "../api/videos.ts";
import { VideoCommentRules } from "../comments/VideoCommentRules.tsx";
import * as profileWords from "../profile/profile.words.ts";
import { addHashtags } from "../studio/hashtags.ts";
import { type Words, WordsFields } from "../studio/WordsFields.tsx";
import { useDraft } from "../ui/drafts.ts";
import { tell } from "../ui/toasts.tsx";
import * as uiWords from "../ui/ui.words.ts";
import { tellChange } from "./changes.ts";

/** Changes a video's words and who can see it. What is typed stays until it is saved, also when the sheet is closed. */
export function EditVideoForm({ tile, onClose }: { tile: VideoTile; onClose(): void }) {
	const saved: Words = {
		title: tile.title,
		description: tile.own?.description ?? "",
		hashtags: [...(tile.own?.hashtags ?? [])],
		typed: "",
		visibility: tile.visibility,
		alt: tile.own?.alt ?? "",
		allowReposts: tile.own?.allowReposts ?? true,
		allowDownload: tile.own?.allowDownload ?? false,
	};
	const words = useDraft(`edit.${tile.id}`, saved);
	const busy = useSignal(false);
	const fault = useSignal<string | null>(null);
	const isChanged = JSON.stringify(words.value) !== JSON.stringify(saved);
	const save = async (event: Event) => {
		event.preventDefault();
		busy.value = true;
		fault.value = null;
		const { title, hashtags, typed, ...rest } = words.value;
		try {
			const change = { ...rest, title: title.trim(), hashtags: addHashtags(hashtags, typed) };
			const { video } = await videos.updateVideo(tile.id, change);
			words.forget();
			tellChange(tile.id, video);
			tell(profileWords.saved());
			onClose();
		} catch (error) {
			fault.value = sentenceOf(error);
		} finally {
			busy.value = false;
		}
	};
	return (
		<form class="sheet__content own-edit" onSubmit={(event) => void save(event)}>
			<WordsFields words={words.value} onChange={(change) => (words.value = { ...words.value, ...change })} />
			<VideoCommentRules videoId={tile.id} />
			{fault.value && (
				<p class="own-edit__fault" role="alert">
					{fault.value}
				</p>
			)}
			<div class="own-edit__actions">
				{isChanged && (
					<button type="button" class="button" onClick={() => (words.value = saved)}>
						{profileWords.undoChanges()}
					</button>
				)}
				<button type="submit" class="button button--primary" disabled={busy.value || !isChanged}>
					{busy.value && <span class="spinner" />} {uiWords.save()}
				</button>
			</div>
		</form>
	);
}
