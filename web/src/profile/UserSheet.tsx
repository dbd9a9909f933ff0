import { useSignal } from "@preact/signals";
import { UsersRound } from "lucide-preact";
import { useEffect } from "preact/hooks";
import type { UserSummary } from "../api/social.ts";
import { Link } from "../shell/Link.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { FaultNotice, Notice } from "../ui/Notice.tsx";
import { PersonName } from "../ui/PersonName.tsx";
import { Sheet } from "../ui/Sheet.tsx";
import { tellFault } from "../ui/toasts.tsx";
import "./people.css";

interface UserSheetProps {
	title: string;
	/** What an empty list says. */
	empty: string;
	/** Reads a page, from the beginning without a cursor. */
	load(cursor?: string): Promise<{ users: readonly UserSummary[]; nextCursor: string | null }>;
	onClose(): void;
}

/** People in a sheet, page by page. */
export function UserSheet({ title, empty, load: read, onClose }: UserSheetProps) {
	const users = useSignal<readonly UserSummary[] | null>(null);
	const cursor = useSignal<string | null>(null);
	const fault = useSignal<unknown>(null);
	const load = async (from?: string) => {
		try {
			const page = await read(from);
			users.value = [...(from ? (users.value ?? []) : []), ...page.users];
			cursor.value = page.nextCursor;
			fault.value = null;
		} catch (error) {
			if (from) tellFault(error);
			else fault.value = error;
		}
	};
	useEffect(() => void load(), []);
	return (
		<Sheet title={title} size="tall" onClose={onClose}>
			<div class="sheet__content">
				{fault.value !== null && <FaultNotice error={fault.value} onRetry={() => void load()} />}
				{!users.value && fault.value === null && <PeopleSkeleton />}
				{users.value?.length === 0 && (
					<Notice icon={<UsersRound size={28} />} title="Nobody yet">
						{empty}
					</Notice>
				)}
				<ul>
					{users.value?.map((user) => (
						<li key={user.id}>
							<Link href={`/@${user.username}`} class="person" onClick={onClose}>
								<Avatar user={user} size={44} />
								<span>
									<strong>
										<PersonName user={user} />
									</strong>
									<span class="quiet">@{user.username}</span>
								</span>
							</Link>
						</li>
					))}
				</ul>
				{cursor.value && (
					<button type="button" class="button button--small" onClick={() => void load(cursor.value ?? undefined)}>
						Show more
					</button>
				)}
			</div>
		</Sheet>
	);
}

const PeopleSkeleton = () => (
	<div role="progressbar" aria-label="Loading people">
		{[44, 60, 36, 52].map((width) => (
			<div class="person" key={width}>
				<div class="skeleton person__face" />
				<div class="skeleton person__line" style={{ width: `${width}%` }} />
			</div>
		))}
	</div>
);
