import { useSignal } from "@preact/signals";
import type { DISPUTE_GROUNDS } from "../../../contracts/copyright-policy.ts";
import { COPYRIGHT_STATEMENT_MAX, COPYRIGHT_STATEMENT_MIN } from "../../../contracts/limits.ts";
import * as api from "../api/copyright.ts";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as copyrightWords from "./copyright.words.ts";

type Ground = (typeof DISPUTE_GROUNDS)[number];
const GROUNDS: readonly (readonly [Ground, () => string])[] = [
	["mistake", copyrightWords.mistake],
	["mine", copyrightWords.mine],
	["licence", copyrightWords.licence],
	["fair_use", copyrightWords.fairUse],
	["public_domain", copyrightWords.publicDomain],
];

interface DisputeFormProps {
	videoId: string;
	matchId: string;
	onSent(): void;
}

/** Says why a match is wrong. What was typed stays when it can't be sent. */
export function DisputeForm({ videoId, matchId, onSent }: DisputeFormProps) {
	const ground = useSignal<Ground>("mistake");
	const statement = useSignal("");
	const busy = useSignal(false);
	const isShort = statement.value.trim().length < COPYRIGHT_STATEMENT_MIN;
	const submit = async () => {
		if (isShort || busy.value) return;
		busy.value = true;
		try {
			await api.disputeMatch(videoId, { matchId, ground: ground.value, statement: statement.value.trim() });
			tell(copyrightWords.disputeSent());
			onSent();
		} catch (error) {
			tellFault(error);
			busy.value = false;
		}
	};
	const name = `ground-${matchId}`;
	return (
		<form
			class="copyright__dispute"
			onSubmit={(event) => {
				event.preventDefault();
				void submit();
			}}
		>
			<fieldset class="settings__choices">
				<legend class="field__label">{copyrightWords.disputeWhy()}</legend>
				{GROUNDS.map(([value, label]) => (
					<label key={value} class="settings__row">
						<input type="radio" name={name} checked={ground.value === value} onChange={() => (ground.value = value)} />
						<span>{label()}</span>
					</label>
				))}
			</fieldset>
			<label class="field__label" for={`${name}-words`}>
				{copyrightWords.statement()}
			</label>
			<textarea
				id={`${name}-words`}
				rows={4}
				dir="auto"
				maxLength={COPYRIGHT_STATEMENT_MAX}
				value={statement.value}
				aria-describedby={`${name}-hint`}
				onInput={(event) => (statement.value = event.currentTarget.value)}
			/>
			<p id={`${name}-hint`} class="quiet">
				{copyrightWords.statementHint({ least: COPYRIGHT_STATEMENT_MIN })}
			</p>
			<button type="submit" class="button button--primary" disabled={isShort || busy.value}>
				{busy.value && <span class="spinner" />} {copyrightWords.send()}
			</button>
		</form>
	);
}
