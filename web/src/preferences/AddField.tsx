import type { Signal } from "@preact/signals";
import { useId } from "preact/hooks";
import { FILTER_LENGTH_MAX } from "../../../contracts/limits.ts";
import * as preferencesWords from "./preferences.words.ts";

interface AddFieldProps {
	label: string;
	placeholder: string;
	value: Signal<string>;
	/** What is wrong with it, in words. */
	fault: Signal<string | undefined>;
	onAdd(text: string): void;
}

/** One line that adds to a list. */
export function AddField({ label, placeholder, value, fault, onAdd }: AddFieldProps) {
	const id = useId();
	return (
		<form
			class={fault.value ? "field field--fault add-field" : "field add-field"}
			onSubmit={(event) => {
				event.preventDefault();
				onAdd(value.value);
			}}
		>
			<label for={id}>{label}</label>
			<div class="add-field__line">
				<input
					id={id}
					value={value.value}
					placeholder={placeholder}
					maxLength={FILTER_LENGTH_MAX}
					autocapitalize="none"
					autocomplete="off"
					enterkeyhint="done"
					aria-invalid={fault.value ? "true" : undefined}
					aria-describedby={fault.value ? `${id}-note` : undefined}
					onInput={(event) => {
						value.value = event.currentTarget.value;
						fault.value = undefined;
					}}
				/>
				<button type="submit" class="button" disabled={value.value.trim() === ""}>
					{preferencesWords.add()}
				</button>
			</div>
			{fault.value && (
				<p id={`${id}-note`} class="field__note" role="alert">
					{fault.value}
				</p>
			)}
		</form>
	);
}
