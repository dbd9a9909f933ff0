import { useSignal } from "@preact/signals";
import type { CaseDetail } from "../../../contracts/desk.ts";
import { ago } from "../ui/format.ts";
import { tellFault } from "../ui/toasts.tsx";
import { note } from "./deskApi.ts";

/** What colleagues wrote to each other; the person never sees it. */
export function NotesPanel({ caseId, notes, onNoted }: { caseId: string; notes: CaseDetail["notes"]; onNoted(): void }) {
	const text = useSignal("");
	const submit = async (event: Event) => {
		event.preventDefault();
		if (text.value.trim() === "") return;
		try {
			await note(caseId, text.value);
			text.value = "";
			onNoted();
		} catch (error) {
			tellFault(error);
		}
	};
	return (
		<section aria-labelledby="desk-notes">
			<h3 id="desk-notes">Notes</h3>
			<ul class="desk-history">
				{notes.map(({ id, by, text: written, at }) => (
					<li key={id}>
						<p>{written}</p>
						<p class="quiet">
							{by.name}, {ago(at, Date.now())}
						</p>
					</li>
				))}
			</ul>
			<form class="desk-note" onSubmit={(event) => void submit(event)}>
				<input
					class="desk-note__text"
					aria-label="A note for colleagues"
					placeholder="A note for colleagues"
					maxLength={5_000}
					value={text.value}
					onInput={(event) => (text.value = event.currentTarget.value)}
				/>
				<button type="submit" class="button button--small" disabled={text.value.trim() === ""}>
					Add
				</button>
			</form>
		</section>
	);
}
