import type { ComponentChildren, InputHTMLAttributes } from "preact";
import { useId } from "preact/hooks";
import "./field.css";

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onInput" | "label"> {
	label: string;
	value: string;
	onValue(value: string): void;
	/** What is wrong with it, in words. */
	fault?: string | undefined;
	hint?: ComponentChildren;
}

/** A labelled line of input; its fault or hint is read with it. */
export function Field({ label, value, onValue, fault, hint, ...input }: FieldProps) {
	const id = useId();
	const note = fault ?? hint;
	return (
		<div class={fault ? "field field--fault" : "field"}>
			<label for={id}>{label}</label>
			<input
				{...input}
				id={id}
				value={value}
				aria-invalid={fault ? "true" : undefined}
				aria-describedby={note ? `${id}-note` : undefined}
				onInput={(event) => onValue(event.currentTarget.value)}
			/>
			{note && (
				<p id={`${id}-note`} class="field__note" role={fault ? "alert" : undefined}>
					{note}
				</p>
			)}
		</div>
	);
}
