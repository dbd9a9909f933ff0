import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import * as api from "../api/notifications.ts";
import { sentenceOf } from "../api/problem.ts";
import type { UserSummary } from "../api/social.ts";
import { AddField } from "../preferences/AddField.tsx";
import * as profileWords from "../profile/profile.words.ts";
import { Link } from "../shell/Link.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { PersonName } from "../ui/PersonName.tsx";
import { tellFault } from "../ui/toasts.tsx";
import * as notificationsWords from "./notifications.words.ts";

/** People of whom nothing is told: they are followed and seen as before. */
export function PeopleOff() {
	const people = useSignal<readonly UserSummary[]>([]);
	const name = useSignal("");
	const fault = useSignal<string | undefined>(undefined);
	const load = async () => {
		people.value = (await api.listMutedNotifications()).users;
	};
	useEffect(() => void load().catch(tellFault), []);
	const add = async (typed: string) => {
		try {
			await api.muteNotificationsOf(`@${typed.trim().replace(/^@/, "")}`);
			name.value = "";
			await load();
		} catch (error) {
			fault.value = sentenceOf(error);
		}
	};
	const remove = async (user: UserSummary) => {
		const before = people.value;
		people.value = before.filter(({ id }) => id !== user.id);
		try {
			await api.unmuteNotificationsOf(user.id);
		} catch (error) {
			people.value = before;
			tellFault(error, () => void remove(user));
		}
	};
	return (
		<section aria-labelledby="people-off-title">
			<h2 id="people-off-title">{notificationsWords.peopleOff()}</h2>
			<AddField label={notificationsWords.addPerson()} placeholder="@name" value={name} fault={fault} onAdd={(typed) => void add(typed)} />
			<ul>
				{people.value.map((user) => (
					<li key={user.id} class="settings__row">
						<Avatar user={user} size={40} />
						<span>
							<Link href={`/@${user.username}`}>
								<PersonName user={user} />
							</Link>
							<span class="quiet settings__note">
								<bdi>@{user.username}</bdi>
							</span>
						</span>
						<button
							type="button"
							class="button button--small"
							aria-label={notificationsWords.hearAgain({ username: user.username })}
							onClick={() => void remove(user)}
						>
							{profileWords.remove()}
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}
