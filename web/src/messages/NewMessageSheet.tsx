import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { GROUP_NAME_MAX } from "../../../contracts/limits.ts";
import * as api from "../api/messages.ts";
import type { UserSummary } from "../api/social.ts";
import { listOf } from "../language/listOf.ts";
import { Field } from "../ui/Field.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { keepConversation } from "./conversations.ts";
import * as messagesWords from "./messages.words.ts";
import { PeoplePicker } from "./PeoplePicker.tsx";
import { meet } from "./people.ts";
import { useWriteTo } from "./writeTo.ts";

/** Who could not be asked into a group, in words; null when all were. */
export function notAskedWords(notAsked: readonly string[], people: readonly UserSummary[]): string | null {
	if (notAsked.length === 0) return null;
	const names = notAsked.map((id) => people.find((one) => one.id === id)?.displayName ?? messagesWords.someone());
	return messagesWords.cannotBeAsked({ count: names.length, names: listOf(names) });
}

/** Chooses one person to write to, or several for a group. */
export function NewMessageSheet({ onClose }: { onClose(): void }) {
	const [, navigate] = useLocation();
	const chosen = useSignal<readonly UserSummary[]>([]);
	const name = useSignal("");
	const busy = useSignal(false);
	// Repeated after a failure it is the same group.
	const clientId = useRef(crypto.randomUUID()).current;
	const { writeTo } = useWriteTo();
	const isGroup = chosen.value.length > 1;
	const makeGroup = async () => {
		const groupName =
			name.value.trim() ||
			chosen.value
				.map(({ displayName }) => displayName)
				.join(", ")
				.slice(0, GROUP_NAME_MAX);
		const body = { clientId, name: groupName, userIds: chosen.value.map(({ id }) => id) };
		const { conversation, people, notAsked } = await api.createGroup(body);
		meet(people);
		keepConversation(conversation);
		navigate(`/messages/${conversation.id}`, { replace: true });
		const words = notAskedWords(notAsked, chosen.value);
		if (words) tell(words);
	};
	const go = async () => {
		const [first] = chosen.value;
		if (!first || busy.value) return;
		busy.value = true;
		try {
			if (isGroup) await makeGroup();
			else await writeTo(first.id, true);
		} catch (error) {
			tellFault(error);
		} finally {
			busy.value = false;
		}
	};
	return (
		<Sheet title={messagesWords.newMessage()} size="tall" onClose={onClose}>
			<div class="sheet__content picker-sheet">
				{isGroup && (
					<Field
						label={messagesWords.groupName()}
						value={name.value}
						maxLength={GROUP_NAME_MAX}
						onValue={(value) => (name.value = value)}
					/>
				)}
				<PeoplePicker chosen={chosen.value} onChange={(people) => (chosen.value = people)} />
				<button
					type="button"
					class="button button--primary button--wide"
					disabled={chosen.value.length === 0 || busy.value}
					onClick={() => void go()}
				>
					{busy.value ? (
						<span class="spinner" />
					) : isGroup ? (
						messagesWords.makeGroupOf({ count: chosen.value.length + 1 })
					) : (
						messagesWords.writeTo()
					)}
				</button>
				{isGroup && <p class="quiet picker-sheet__hint">{messagesWords.groupAsked()}</p>}
			</div>
		</Sheet>
	);
}
