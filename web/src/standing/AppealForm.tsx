import { useSignal } from "@preact/signals";
import { APPEAL_MAX, APPEAL_MIN } from "../../../contracts/limits.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as standingWords from "./standing.words.ts";

interface AppealFormProps {
	/** Names the field where several stand on one page. */
	id: string;
	/** What pressing it is called. */
	action: string;
	send(text: string): Promise<unknown>;
}

/** Asks for a second look, in one's own words. What was typed stays when it can't be sent. */
export function AppealForm({ id, action, send }: AppealFormProps) {
	const isOpen = useSignal(false);
	const text = useSignal("");
	const busy = useSignal(false);
	if (!isOpen.value) {
		return (
			<button type="button" class="button" onClick={() => (isOpen.value = true)}>
				{action}
			</button>
		);
	}
	const isShort = text.value.trim().length < APPEAL_MIN;
	const submit = async () => {
		if (isShort || busy.value) return;
		busy.value = true;
		try {
			await send(text.value.trim());
			tell(standingWords.appealSent());
		} catch (error) {
			tellFault(error);
			busy.value = false;
		}
	};
	return (
		<form
			class="appeal"
			onSubmit={(event) => {
				event.preventDefault();
				void submit();
			}}
		>
			<label for={`appeal-${id}`}>{standingWords.appealWhy()}</label>
			<textarea
				id={`appeal-${id}`}
				rows={4}
				dir="auto"
				autofocus
				maxLength={APPEAL_MAX}
				value={text.value}
				aria-describedby={`appeal-hint-${id}`}
				onInput={(event) => (text.value = event.currentTarget.value)}
			/>
			<p id={`appeal-hint-${id}`} class="quiet">
				{standingWords.appealShort()}
			</p>
			<button type="submit" class="button button--primary" disabled={isShort || busy.value}>
				{busy.value ? <span class="spinner" /> : standingWords.appealSend()}
			</button>
		</form>
	);
}
