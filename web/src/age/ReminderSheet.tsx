import { useEffect } from "preact/hooks";
import { Link } from "../shell/Link.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import * as ageWords from "./age.words.ts";
import { reminder } from "./reminder.ts";
import { span } from "./span.ts";
import "./age.css";

/** Interrupts who watched as long as they wanted to be told, or for long on end. What plays stops meanwhile. */
export function ReminderSheet({ onClose }: { onClose(): void }) {
	useEffect(() => {
		for (const video of document.querySelectorAll("video")) video.pause();
	}, []);
	const told = reminder.value;
	if (told === null) return null;
	const isLimit = told.why === "limit";
	const time = span(told.ms);
	return (
		<Sheet title={isLimit ? ageWords.limitReached({ time }) : ageWords.breakTitle()} onClose={onClose}>
			<div class="sheet__content age__acts">
				<p class="quiet">{isLimit ? ageWords.limitNote() : ageWords.breakNote({ time })}</p>
				<button type="button" class="button button--wide button--primary" onClick={onClose}>
					{ageWords.goOn()}
				</button>
				<Link href="/settings/screen-time" class="button button--wide button--outline">
					{ageWords.settings()}
				</Link>
			</div>
		</Sheet>
	);
}
