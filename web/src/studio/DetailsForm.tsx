import { SOUND_MIX_DEFAULT } from "../../../contracts/sound-files.ts";
import { useDraft } from "../ui/drafts.ts";
import { addHashtags } from "./hashtags.ts";
import { SoundField } from "./SoundField.tsx";
import * as studioWords from "./studio.words.ts";
import type { UploadTask } from "./uploadTask.ts";
import { type Words, WordsFields } from "./WordsFields.tsx";

/** The words a video goes up under; each key press is kept, whatever becomes of the page. */
export function DetailsForm({ task }: { task: UploadTask }) {
	const { draft, details } = task.record.value;
	const words = useDraft<Words>(`upload.${draft}`, { ...details, typed: "" });
	const isUploaded = task.state.value.name === "uploaded";
	const post = (event: Event) => {
		event.preventDefault();
		const { title, hashtags, typed, ...rest } = words.value;
		// What was posted is kept with the upload.
		void task.post({ ...rest, title: title.trim(), hashtags: addHashtags(hashtags, typed) }, () => words.forget());
	};
	return (
		<form class="details" onSubmit={post}>
			<WordsFields words={words.value} onChange={(change) => (words.value = { ...words.value, ...change })} />
			<SoundField
				sound={words.value.sound ?? null}
				mix={words.value.soundMix ?? SOUND_MIX_DEFAULT}
				onChange={(change) => (words.value = { ...words.value, ...change })}
			/>
			<button type="submit" class="button button--primary button--wide">
				{isUploaded ? studioWords.post() : studioWords.postWhenUploaded()}
			</button>
		</form>
	);
}
