import { useSignal } from "@preact/signals";
import { Globe, Lock, Users, X } from "lucide-preact";
import { useId } from "preact/hooks";
import { DESCRIPTION_MAX, HASHTAGS_MAX, TITLE_MAX } from "../../../contracts/limits.ts";
import type { Visibility } from "../api/videos.ts";
import { Field } from "../ui/Field.tsx";
import "../ui/segments.css";
import { addHashtags } from "./hashtags.ts";
import type { UploadTask } from "./uploadTask.ts";

const AUDIENCES: { value: Visibility; label: string; icon: typeof Globe }[] = [
	{ value: "public", label: "Everyone", icon: Globe },
	{ value: "followers", label: "Followers", icon: Users },
	{ value: "private", label: "Only you", icon: Lock },
];

/** The words a video goes up under. */
export function DetailsForm({ task }: { task: UploadTask }) {
	const descriptionId = useId();
	const { details } = task.record.value;
	const title = useSignal(details.title);
	const description = useSignal(details.description);
	const hashtags = useSignal<readonly string[]>(details.hashtags);
	const typed = useSignal("");
	const visibility = useSignal<Visibility>(details.visibility);
	const isUploaded = task.state.value.name === "uploaded";
	const post = (event: Event) => {
		event.preventDefault();
		const tags = addHashtags(hashtags.value, typed.value);
		void task.post({ title: title.value.trim(), description: description.value, hashtags: tags, visibility: visibility.value });
	};
	return (
		<form class="details" onSubmit={post}>
			<Field
				label="Title"
				value={title.value}
				maxLength={TITLE_MAX}
				placeholder="What happens in it?"
				onValue={(value) => (title.value = value)}
			/>
			<div class="field">
				<label for={descriptionId}>Description</label>
				<textarea
					id={descriptionId}
					maxLength={DESCRIPTION_MAX}
					value={description.value}
					onInput={(event) => (description.value = event.currentTarget.value)}
				/>
			</div>
			<HashtagField
				hashtags={hashtags.value}
				onChange={(tags) => (hashtags.value = tags)}
				typed={typed.value}
				onTyped={(text) => (typed.value = text)}
			/>
			<fieldset class="audience">
				<legend class="field__label">Who can see it</legend>
				<div class="segments">
					{AUDIENCES.map(({ value, label, icon: Icon }) => (
						<label key={value}>
							<input type="radio" name="visibility" checked={visibility.value === value} onChange={() => (visibility.value = value)} />
							<span>
								<Icon size={16} /> {label}
							</span>
						</label>
					))}
				</div>
			</fieldset>
			<button type="submit" class="button button--primary button--wide">
				{isUploaded ? "Post" : "Post when uploaded"}
			</button>
		</form>
	);
}

interface HashtagFieldProps {
	hashtags: readonly string[];
	typed: string;
	onTyped(text: string): void;
	onChange(hashtags: readonly string[]): void;
}

function HashtagField({ hashtags, typed, onTyped, onChange }: HashtagFieldProps) {
	const id = useId();
	const take = (text: string) => {
		onChange(addHashtags(hashtags, text));
		onTyped("");
	};
	return (
		<div class="field">
			<label for={id}>Hashtags</label>
			<div class="tags">
				{hashtags.map((tag) => (
					<span key={tag} class="tag">
						#{tag}
						<button type="button" aria-label={`Remove #${tag}`} onClick={() => onChange(hashtags.filter((other) => other !== tag))}>
							<X size={14} />
						</button>
					</span>
				))}
				{hashtags.length < HASHTAGS_MAX && (
					<input
						id={id}
						value={typed}
						placeholder={hashtags.length === 0 ? "cooking, tea…" : ""}
						autocapitalize="none"
						enterkeyhint="done"
						onInput={(event) => {
							const text = event.currentTarget.value;
							if (/[\s,]$/.test(text)) take(text);
							else onTyped(text);
						}}
						onKeyDown={(event) => {
							if (event.key === "Enter" && typed.trim()) {
								event.preventDefault();
								take(typed);
							} else if (event.key === "Backspace" && typed === "") onChange(hashtags.slice(0, -1));
						}}
						onBlur={() => take(typed)}
					/>
				)}
			</div>
		</div>
	);
}
