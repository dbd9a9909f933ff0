import { useSignal } from "@preact/signals";
import { MailCheck } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { DeadLetter } from "../../../contracts/dead-letters.ts";
import { ago } from "../ui/format.ts";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { deadLetters, dismissDeadLetter, isRefused, retryDeadLetter } from "./access.ts";

interface Page {
	readonly letters: readonly DeadLetter[];
	readonly nextCursor: string | null;
}

/** What no queue's consumer could do anything with: to be looked at, sent again, or dismissed. `attempt` rising asks again. */
export function DeadLettersPanel({ token, attempt, onRefused }: { token: string; attempt: number; onRefused(): void }) {
	const page = useSignal<Page | null>(null);
	const fault = useSignal<unknown>(null);
	const load = async (cursor?: string) => {
		try {
			const found = await deadLetters(token, cursor);
			const before = cursor === undefined ? [] : (page.value?.letters ?? []);
			page.value = { letters: [...before, ...found.letters], nextCursor: found.nextCursor };
			fault.value = null;
		} catch (error) {
			if (isRefused(error)) onRefused();
			else if (cursor === undefined) fault.value = error;
			else tellFault(error);
		}
	};
	useEffect(() => void load(), [token, attempt]);
	const settle = async (letter: DeadLetter, act: (token: string, id: string) => Promise<unknown>, done: string) => {
		try {
			await act(token, letter.id);
			if (page.value) page.value = { ...page.value, letters: page.value.letters.filter(({ id }) => id !== letter.id) };
			tell(done);
		} catch (error) {
			tellFault(error);
		}
	};
	if (fault.value) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
	if (!page.value) return <div class="skeleton ops__skeleton" role="progressbar" aria-label="Loading dead letters" />;
	const { letters, nextCursor } = page.value;
	if (letters.length === 0) {
		return (
			<Notice icon={<MailCheck size={28} />} title="Nothing was given up">
				A message that no consumer can read, or that failed for too long, waits here for two weeks.
			</Notice>
		);
	}
	return (
		<>
			<ul class="letters">
				{letters.map((letter) => (
					<Letter
						key={letter.id}
						letter={letter}
						onRetry={() => settle(letter, retryDeadLetter, "It is on its queue again")}
						onDismiss={() => settle(letter, dismissDeadLetter, "Dismissed")}
					/>
				))}
			</ul>
			{nextCursor !== null && (
				<button type="button" class="button button--small" onClick={() => void load(nextCursor)}>
					Show more
				</button>
			)}
		</>
	);
}

function Letter({ letter, onRetry, onDismiss }: { letter: DeadLetter; onRetry(): Promise<void>; onDismiss(): Promise<void> }) {
	const busy = useSignal(false);
	const during = (act: () => Promise<void>) => async () => {
		busy.value = true;
		await act();
		busy.value = false;
	};
	return (
		<li class="letter">
			<p class="letter__head">
				<strong>{letter.queue}</strong>
				<time class="quiet" dateTime={letter.keptAt}>
					{ago(letter.keptAt, Date.now())}
				</time>
			</p>
			<p>{letter.why}</p>
			<details>
				<summary class="quiet">Message {letter.messageId}</summary>
				<pre class="letter__body">{JSON.stringify(letter.body, null, 2)}</pre>
			</details>
			<div class="letter__acts">
				<button type="button" class="button button--small" disabled={busy.value} onClick={() => void during(onDismiss)()}>
					Dismiss
				</button>
				{letter.canRetry ? (
					<button type="button" class="button button--small button--primary" disabled={busy.value} onClick={() => void during(onRetry)()}>
						Send again
					</button>
				) : (
					<span class="quiet">Nobody can read it, so it can't be sent again.</span>
				)}
			</div>
		</li>
	);
}
