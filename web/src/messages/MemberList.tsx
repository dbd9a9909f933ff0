import { useSignal } from "@preact/signals";
import { Ellipsis } from "lucide-preact";
import type { Conversation, Member, Role } from "../api/messages.ts";
import * as api from "../api/messages.ts";
import * as profileWords from "../profile/profile.words.ts";
import { Avatar } from "../ui/Avatar.tsx";
import { PersonName } from "../ui/PersonName.tsx";
import { tellFault } from "../ui/toasts.tsx";
import { keepConversation } from "./conversations.ts";
import * as messagesWords from "./messages.words.ts";
import { isYou, nameOf, personOf } from "./people.ts";
import type { Room } from "./room.ts";

const RANK: Record<Role, number> = { owner: 2, admin: 1, member: 0 };
const ROLE_WORDS: Record<Role, (() => string) | null> = { owner: messagesWords.owner, admin: messagesWords.admin, member: null };

/** The people of a group with their roles, and what one may do about each. */
export function MemberList({ room, conversation }: { room: Room; conversation: Conversation }) {
	const opened = useSignal<string | null>(null);
	const busy = useSignal(false);
	const own = conversation.role;
	const act = async (work: () => Promise<unknown>) => {
		if (busy.value) return;
		busy.value = true;
		try {
			await work();
			await room.refreshDetails();
			opened.value = null;
		} catch (error) {
			tellFault(error);
		} finally {
			busy.value = false;
		}
	};
	const setRole = (userId: string, role: Role) =>
		void act(async () => keepConversation((await api.setRole(room.id, userId, role)).conversation));
	const sorted = [...room.members.value].sort((a, b) => Number(a.invited) - Number(b.invited) || RANK[b.role] - RANK[a.role]);
	const mayRemove = (member: Member) => own !== null && RANK[own] > 0 && RANK[own] > RANK[member.role] && !isYou(member.userId);
	return (
		<section class="details__part" aria-label={messagesWords.members()}>
			<h3>
				{messagesWords.members()} <span class="quiet numeric">{conversation.memberCount}</span>
			</h3>
			<ul>
				{sorted.map((member) => {
					const { userId, role, invited } = member;
					const person = personOf(userId);
					if (!person) return null;
					return (
						<li key={userId}>
							<div class="member">
								<Avatar user={person} size={40} />
								<span class="chat-row__text">
									<span>
										<PersonName user={person} /> {isYou(userId) && <span class="quiet">{messagesWords.youMark()}</span>}
									</span>
									<span class="quiet chat-row__line">
										<bdi>@{person.username}</bdi>
									</span>
								</span>
								{(invited || ROLE_WORDS[role]) && (
									<span class="member__role">{invited ? messagesWords.asked() : ROLE_WORDS[role]?.()}</span>
								)}
								{mayRemove(member) && (
									<button
										type="button"
										class="icon-button"
										aria-label={messagesWords.whatAbout({ person: nameOf(userId) })}
										aria-expanded={opened.value === userId}
										onClick={() => (opened.value = opened.value === userId ? null : userId)}
									>
										<Ellipsis size={20} />
									</button>
								)}
							</div>
							{opened.value === userId && (
								<div class="member__acts">
									{own === "owner" && !invited && (
										<>
											<button
												type="button"
												class="button button--small"
												disabled={busy.value}
												onClick={() => setRole(userId, role === "admin" ? "member" : "admin")}
											>
												{role === "admin" ? messagesWords.noLongerAdmin() : messagesWords.makeAdmin()}
											</button>
											<button type="button" class="button button--small" disabled={busy.value} onClick={() => setRole(userId, "owner")}>
												{messagesWords.makeOwner()}
											</button>
										</>
									)}
									<button
										type="button"
										class="button button--small button--danger"
										disabled={busy.value}
										onClick={() => void act(() => api.removeMember(room.id, userId))}
									>
										{invited ? messagesWords.takeBack() : profileWords.remove()}
									</button>
								</div>
							)}
						</li>
					);
				})}
			</ul>
		</section>
	);
}
