import { X } from "lucide-preact";
import { useId } from "preact/hooks";
import { ALT_MAX, DESCRIPTION_MAX, HASHTAGS_MAX, TITLE_MAX } from "../../../contracts/limits.ts";
import { account, isTeens } from "../account/session.ts";
import * as messagesWords from "../messages/messages.words.ts";
import { AUDIENCES } from "../own/audience.ts";
import { Field } from "../ui/Field.tsx";
import type { Details } from "./archive.ts";
import { addHashtags } from "./hashtags.ts";
import * as studioWords from "./studio.words.ts";
import "../ui/segments.css";
import "./words-fields.css";

/** A video's words as they are being written. */
export interface Words extends Details {
	/** A hashtag that is not yet one. */
	typed: string;
}

/** The fields of a video's words, and who can see it. */
export function WordsFields({ words, onChange }: { words: Words; onChange(change: Partial<Words>): void }) {
	const descriptionId = useId();
	const altId = useId();
	const audienceName = useId();
	return (
		<>
			<Field
				label={studioWords.title()}
				value={words.title}
				maxLength={TITLE_MAX}
				placeholder={studioWords.titleHint()}
				onValue={(title) => onChange({ title })}
			/>
			<div class="field">
				<label for={descriptionId}>{studioWords.description()}</label>
				<textarea
					id={descriptionId}
					maxLength={DESCRIPTION_MAX}
					value={words.description}
					onInput={(event) => onChange({ description: event.currentTarget.value })}
				/>
			</div>
			<HashtagField hashtags={words.hashtags} typed={words.typed} onChange={onChange} />
			<fieldset class="audience">
				<legend class="field__label">{studioWords.whoSees()}</legend>
				<div class="segments">
					{AUDIENCES.map(({ value, label, icon: Icon }) => (
						<label key={value}>
							<input
								type="radio"
								name={audienceName}
								checked={words.visibility === value}
								onChange={() => onChange({ visibility: value })}
							/>
							<span>
								<Icon size={16} /> {label()}
							</span>
						</label>
					))}
				</div>
			</fieldset>
			<div class="field">
				<label for={altId}>{messagesWords.altText()}</label>
				<textarea
					id={altId}
					rows={2}
					maxLength={ALT_MAX}
					value={words.alt}
					placeholder={studioWords.altTextHint()}
					onInput={(event) => onChange({ alt: event.currentTarget.value })}
				/>
			</div>
			<label class="allow">
				<input type="checkbox" checked={words.allowReposts} onChange={(event) => onChange({ allowReposts: event.currentTarget.checked })} />
				<span>{studioWords.mayRepost()}</span>
			</label>
			{!isTeens(account.value) && (
				<label class="allow">
					<input
						type="checkbox"
						checked={words.allowDownload}
						onChange={(event) => onChange({ allowDownload: event.currentTarget.checked })}
					/>
					<span>{studioWords.mayDownload()}</span>
				</label>
			)}
		</>
	);
}

interface HashtagFieldProps {
	hashtags: readonly string[];
	typed: string;
	onChange(change: { hashtags?: string[]; typed?: string }): void;
}

function HashtagField({ hashtags, typed, onChange }: HashtagFieldProps) {
	const id = useId();
	const take = (text: string) => onChange({ hashtags: addHashtags(hashtags, text), typed: "" });
	return (
		<div class="field">
			<label for={id}>{studioWords.hashtags()}</label>
			<div class="tags">
				{hashtags.map((tag) => (
					<span key={tag} class="tag">
						#{tag}
						<button
							type="button"
							aria-label={studioWords.removeTag({ tag })}
							onClick={() => onChange({ hashtags: hashtags.filter((other) => other !== tag) })}
						>
							<X size={14} />
						</button>
					</span>
				))}
				{hashtags.length < HASHTAGS_MAX && (
					<input
						id={id}
						value={typed}
						placeholder={hashtags.length === 0 ? studioWords.hashtagsHint() : ""}
						autocapitalize="none"
						enterkeyhint="done"
						onInput={(event) => {
							const text = event.currentTarget.value;
							if (/[\s,]$/.test(text)) take(text);
							else onChange({ typed: text });
						}}
						onKeyDown={(event) => {
							if (event.key === "Enter" && typed.trim()) {
								event.preventDefault();
								take(typed);
							} else if (event.key === "Backspace" && typed === "") onChange({ hashtags: hashtags.slice(0, -1) });
						}}
						onBlur={() => typed && take(typed)}
					/>
				)}
			</div>
		</div>
	);
}
