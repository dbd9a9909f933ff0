import { UsersRound } from "lucide-preact";
import type { ComponentChildren } from "preact";
import type { UserSummary } from "../api/social.ts";
import { PeopleList, PersonRow } from "../people/PeopleList.tsx";
import { usePages } from "../people/usePeople.ts";
import { Notice } from "../ui/Notice.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import * as profileWords from "./profile.words.ts";

type Settle = ReturnType<typeof usePages<UserSummary>>["settle"];

interface UserSheetProps {
	title: string;
	/** What is said where nobody is in the list. */
	empty: string;
	/** One page of the list, from its beginning without a cursor. */
	load(cursor?: string): Promise<{ users: readonly UserSummary[]; nextCursor: string | null }>;
	/** What can be done about each; `settle` takes them out of the list with it. */
	act?: (user: UserSummary, settle: Settle) => ComponentChildren;
	onClose(): void;
}

/** A list of people, page by page. */
export function UserSheet({ title, empty, load, act, onClose }: UserSheetProps) {
	const pages = usePages(async (cursor) => {
		const { users, nextCursor } = await load(cursor);
		return { entries: users, nextCursor };
	});
	return (
		<Sheet title={title} size="tall" onClose={onClose}>
			<div class="sheet__content">
				<PeopleList
					pages={pages}
					empty={
						<Notice icon={<UsersRound size={28} />} title={profileWords.nobodyYet()}>
							{empty}
						</Notice>
					}
					row={(user) => (
						<PersonRow key={user.id} user={user} onOpen={onClose}>
							{act?.(user, pages.settle)}
						</PersonRow>
					)}
				/>
			</div>
		</Sheet>
	);
}
