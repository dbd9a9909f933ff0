import { Send } from "lucide-preact";
import type { UserSummary } from "../api/social.ts";
import * as messagesWords from "./messages.words.ts";
import { useWriteTo } from "./writeTo.ts";

/** From a profile to the conversation with that person. */
export function MessageButton({ user }: { user: Pick<UserSummary, "id" | "displayName"> }) {
	const { writeTo, busyWith } = useWriteTo();
	return (
		<button
			type="button"
			class="button profile__square"
			aria-label={messagesWords.messageName({ displayName: user.displayName })}
			disabled={busyWith.value !== null}
			onClick={() => void writeTo(user.id)}
		>
			{busyWith.value === null ? <Send size={20} /> : <span class="spinner" />}
		</button>
	);
}
