import { useSignal } from "@preact/signals";
import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { useId } from "preact/hooks";
import * as uiWords from "./ui.words.ts";
import "./field.css";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onInput" | "label"> {
	label: string;
	value: string;
	onValue(value: string): void;
	/** What is wrong with it, in words. */
	fault?: string | undefined;
	hint?: ComponentChildren;
}

/** A labelled line of input; its fault or hint is read with it. A password can be looked at. */
export function Field({ label, value, onValue, fault, hint, type, ...input }: FieldProps) {
	const id = useId();
	const isShown = useSignal(false);
	const note = fault ?? hint;
	const isSecret = type === "password";
	return (
		<div class={fault ? "field field--fault" : "field"}>
			<label for={id}>{label}</label>
			<div class="field__line">
				<input
					{...input}
					id={id}
					type={isSecret && isShown.value ? "text" : type}
					value={value}
					aria-invalid={fault ? "true" : undefined}
					aria-describedby={note ? `${id}-note` : undefined}
					onInput={(event) => onValue(event.currentTarget.value)}
				/>
				{isSecret && (
					<button type="button" class="field__reveal" aria-pressed={isShown.value} onClick={() => (isShown.value = !isShown.value)}>
						<span aria-hidden="true">{isShown.value ? uiWords.hide() : uiWords.show()}</span>
						<span class="visually-hidden">{isShown.value ? uiWords.hidePassword() : uiWords.showPassword()}</span>
					</button>
				)}
			</div>
			{note && (
				<p id={`${id}-note`} class="field__note" role={fault ? "alert" : undefined}>
					{note}
				</p>
			)}
		</div>
	);
}
