import { useSignal } from "@preact/signals";
import { Search } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { Message } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tellFault } from "../ui/toasts.tsx";
import * as messagesWords from "./messages.words.ts";
import { meet, nameOf } from "./people.ts";
import { briefOf, dayName } from "./words.ts";

/** What is typed is looked up once it rests for this long, milliseconds. */
const REST_MS = 250;

/** Finds messages of a conversation by their words. */
export function SearchSheet({ conversationId, onFound, onClose }: { conversationId: string; onFound(seq: number): void; onClose(): void }) {
	const wanted = useSignal("");
	const found = useSignal<{ readonly messages: readonly Message[]; readonly hasOlder: boolean } | null>(null);
	const fault = useSignal<unknown>(null);
	const look = async (words: string, before?: number) => {
		try {
			const page = await api.searchMessages(conversationId, words, before);
			if (words !== wanted.peek().trim()) return;
			meet(page.people);
			found.value = { messages: [...(before ? (found.peek()?.messages ?? []) : []), ...page.messages], hasOlder: page.hasOlder };
			fault.value = null;
		} catch (error) {
			if (before) tellFault(error);
			else if (words === wanted.peek().trim()) fault.value = error;
		}
	};
	useEffect(() => {
		const words = wanted.value.trim();
		found.value = null;
		fault.value = null;
		if (words === "") return;
		const timer = setTimeout(() => void look(words), REST_MS);
		return () => clearTimeout(timer);
	}, [wanted.value]);
	const oldest = found.value?.messages.at(-1)?.seq;
	return (
		<Sheet title={messagesWords.searchMessages()} size="tall" onClose={onClose}>
			<div class="sheet__content">
				<label class="chats__search">
					<Search size={18} />
					<input
						type="search"
						aria-label={messagesWords.wordsToFind()}
						placeholder={messagesWords.wordsToFind()}
						autofocus
						value={wanted.value}
						onInput={(event) => (wanted.value = event.currentTarget.value)}
					/>
				</label>
				{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void look(wanted.value.trim())} />}
				<ul aria-label={messagesWords.found()}>
					{found.value?.messages.map((message) => (
						<li key={message.seq}>
							<button type="button" class="chat-row" onClick={() => onFound(message.seq)}>
								<span class="chat-row__text">
									<span class="chat-row__name">
										{nameOf(message.senderId)}
										<span class="quiet">{dayName(Date.parse(message.sentAt), Date.now())}</span>
									</span>
									<span class="search__text" dir="auto">
										{briefOf(message)}
									</span>
								</span>
							</button>
						</li>
					))}
				</ul>
				{found.value?.messages.length === 0 && <p class="quiet chats__nothing">{messagesWords.nothingFound()}</p>}
				{found.value?.hasOlder && oldest !== undefined && (
					<button type="button" class="button button--small" onClick={() => void look(wanted.value.trim(), oldest)}>
						{messagesWords.showOlder()}
					</button>
				)}
			</div>
		</Sheet>
	);
}
