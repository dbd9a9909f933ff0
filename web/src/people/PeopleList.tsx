import type { ComponentChildren } from "preact";
import type { UserSummary } from "../api/social.ts";
import * as commentsWords from "../comments/comments.words.ts";
import { Link } from "../shell/Link.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { FaultNotice } from "../ui/Notice.tsx";
import { PersonName } from "../ui/PersonName.tsx";
import * as peopleWords from "./people.words.ts";
import type { usePages } from "./usePeople.ts";
import "./people.css";

interface PersonRowProps {
	user: UserSummary;
	note?: string;
	onOpen?: () => void;
	/** What can be done about them. */
	children?: ComponentChildren;
}

/** Somebody in a list, and what can be done about them. */
export const PersonRow = ({ user, note, onOpen, children }: PersonRowProps) => (
	<li class="person-row">
		<Link href={`/@${user.username}`} class="person" onClick={onOpen}>
			<Avatar user={user} size={44} />
			<span>
				<strong>
					<PersonName user={user} />
				</strong>
				<span class="quiet">
					<bdi>@{user.username}</bdi>
					{note && ` · ${note}`}
				</span>
			</span>
		</Link>
		{children}
	</li>
);

interface PeopleListProps<Entry extends { readonly id: string }> {
	pages: ReturnType<typeof usePages<Entry>>;
	empty: ComponentChildren;
	row(entry: Entry): ComponentChildren;
}

/** People page by page: while they come, when there are none, when they don't come. */
export function PeopleList<Entry extends { readonly id: string }>({ pages, empty, row }: PeopleListProps<Entry>) {
	const { entries, cursor, fault, load } = pages;
	if (fault.value !== null && entries.value === null) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
	if (entries.value === null) return <PeopleSkeleton />;
	if (entries.value.length === 0 && cursor.value === null) return <>{empty}</>;
	return (
		<>
			<ul>{entries.value.map(row)}</ul>
			{cursor.value && (
				<button type="button" class="button button--small" onClick={() => void load(cursor.value ?? undefined)}>
					{commentsWords.showMore()}
				</button>
			)}
		</>
	);
}

const PeopleSkeleton = () => (
	<div role="progressbar" aria-label={peopleWords.loadingPeople()}>
		{[44, 60, 36, 52].map((width) => (
			<div class="person" key={width}>
				<div class="skeleton person__face" />
				<div class="skeleton person__line" style={{ width: `${width}%` }} />
			</div>
		))}
	</div>
);
