import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { VideoCommentRules as Rules } from "../api/comments.ts";
import * as api from "../api/comments.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as commentsWords from "./comments.words.ts";
import "./comment-settings.css";

/** Who may comment on one video, where that differs from all of one's videos; saved as it is chosen. */
export function VideoCommentRules({ videoId }: { videoId: string }) {
	const rules = useSignal<Rules | null>(null);
	useEffect(() => {
		api.videoCommentRules(videoId).then((read) => (rules.value = read), tellFault);
	}, [videoId]);
	const save = async (change: Partial<Rules>) => {
		const before = rules.value;
		if (!before) return;
		rules.value = { ...before, ...change };
		try {
			await api.setVideoCommentRules(videoId, { ...before, ...change });
			tell(commentsWords.saved());
		} catch (error) {
			rules.value = before;
			tellFault(error, () => void save(change));
		}
	};
	if (!rules.value) return null;
	const { commentsFrom, holdAll, words } = rules.value;
	return (
		<div class="field">
			<label for="video-comments">{commentsWords.whoCan()}</label>
			<select
				id="video-comments"
				class="comment-select"
				value={commentsFrom ?? ""}
				onChange={(event) => void save({ commentsFrom: (event.currentTarget.value || null) as Rules["commentsFrom"] })}
			>
				<option value="">{commentsWords.asForAll()}</option>
				<option value="everyone">{commentsWords.everyone()}</option>
				<option value="followers">{commentsWords.followers()}</option>
				<option value="off">{commentsWords.nobody()}</option>
			</select>
			<label class="comment-rule">
				<input
					type="checkbox"
					checked={holdAll ?? false}
					onChange={(event) => void save({ holdAll: event.currentTarget.checked || null })}
				/>
				<span>{commentsWords.seeFirstHere()}</span>
			</label>
			<label for="video-words">{commentsWords.moreFiltered()}</label>
			<textarea
				id="video-words"
				rows={2}
				defaultValue={words.join("\n")}
				onChange={(event) => void save({ words: event.currentTarget.value.split(/[\n,]/).flatMap((word) => word.trim() || []) })}
			/>
		</div>
	);
}
