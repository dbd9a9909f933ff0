import { useSignal } from "@preact/signals";
import { Search } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { suggestMentions } from "../api/comments.ts";
import type { UserSummary } from "../api/social.ts";
import * as social from "../api/social.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { FaultNotice } from "../ui/Notice.tsx";
import { PersonName } from "../ui/PersonName.tsx";
import * as messagesWords from "./messages.words.ts";
import { PickRow } from "./PickRow.tsx";

/** What is typed is looked up once it rests for this long, milliseconds. */
const REST_MS = 180;

interface PeoplePickerProps {
	chosen: readonly UserSummary[];
	onChange(chosen: readonly UserSummary[]): void;
	/** They are in it already. */
	without?: readonly string[];
}

/** Finds people by the beginning of a name, or anybody by their whole user name. */
export async function findPeople(wanted: string): Promise<readonly UserSummary[]> {
	const name = wanted.trim().replace(/^@/, "");
	const { users } = await suggestMentions(name);
	const isNamed = users.some(({ username }) => username.toLowerCase() === name.toLowerCase());
	if (isNamed || !/^[\w.]{2,}$/.test(name)) return users;
	// Nobody of the viewer's own may be meant: whoever has that very name is found too.
	const exact = await social.getUser(`@${name}`).then(
		({ user }) => (user.isYou || user.blocked ? [] : [user]),
		() => [],
	);
	return [...users, ...exact];
}

/** Chooses people by name. */
export function PeoplePicker({ chosen, onChange, without = [] }: PeoplePickerProps) {
	const wanted = useSignal("");
	const found = useSignal<readonly UserSummary[] | null>(null);
	const fault = useSignal<unknown>(null);
	const look = async (name: string) => {
		try {
			const users = await findPeople(name);
			if (name !== wanted.peek()) return;
			found.value = users;
			fault.value = null;
		} catch (error) {
			if (name === wanted.peek()) fault.value = error;
		}
	};
	useEffect(() => {
		const name = wanted.value;
		const timer = setTimeout(() => void look(name), name === "" ? 0 : REST_MS);
		return () => clearTimeout(timer);
	}, [wanted.value]);
	const isChosen = (id: string) => chosen.some((one) => one.id === id);
	const toggle = (user: UserSummary) => onChange(isChosen(user.id) ? chosen.filter(({ id }) => id !== user.id) : [...chosen, user]);
	const listed = (found.value ?? []).filter(({ id }) => !without.includes(id));
	// Chosen and no longer found: they stay in sight.
	const kept = chosen.filter(({ id }) => !listed.some((user) => user.id === id));
	return (
		<div class="picker">
			<label class="chats__search">
				<Search size={18} />
				<input
					type="search"
					aria-label={messagesWords.findPeople()}
					placeholder={messagesWords.nameOrUser()}
					value={wanted.value}
					autocomplete="off"
					onInput={(event) => (wanted.value = event.currentTarget.value)}
				/>
			</label>
			{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void look(wanted.value)} />}
			<ul class="picker__list" aria-label={messagesWords.people()}>
				{[...kept, ...listed].map((user) => (
					<PickRow
						key={user.id}
						name={user.displayName}
						note={`@${user.username}`}
						label={`${user.displayName}, @${user.username}`}
						picture={<Avatar user={user} size={44} />}
						isChosen={isChosen(user.id)}
						onToggle={() => toggle(user)}
					>
						<PersonName user={user} />
					</PickRow>
				))}
			</ul>
			{found.value !== null && listed.length === 0 && fault.value === null && (
				<p class="quiet chats__nothing">{wanted.value ? messagesWords.nobodyWhole() : messagesWords.typeUser()}</p>
			)}
		</div>
	);
}
