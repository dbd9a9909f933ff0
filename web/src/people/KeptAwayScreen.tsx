import { UserRoundX, VolumeX } from "lucide-preact";
import * as people from "../api/people.ts";
import * as social from "../api/social.ts";
import * as profileWords from "../profile/profile.words.ts";
import { Notice } from "../ui/Notice.tsx";
import { tell } from "../ui/toasts.tsx";
import { PeopleList, PersonRow } from "./PeopleList.tsx";
import { PeopleScreen } from "./PeopleScreen.tsx";
import * as peopleWords from "./people.words.ts";
import { usePages } from "./usePeople.ts";

/** The two ways to keep somebody away, as their lists say them. */
const WAYS = {
	muted: {
		title: peopleWords.mutedPeople,
		address: "/settings/muted",
		lead: peopleWords.mutedLead,
		read: people.listMuted,
		end: people.unmute,
		act: profileWords.unmute,
		actName: peopleWords.unmuteName,
		done: profileWords.unmuted,
		icon: VolumeX,
		none: peopleWords.mutedNobody,
		how: peopleWords.mutedHow,
	},
	blocked: {
		title: peopleWords.blockedPeople,
		address: "/settings/blocked",
		lead: peopleWords.blockedLead,
		read: people.listBlocked,
		end: social.unblock,
		act: profileWords.unblock,
		actName: peopleWords.unblockName,
		done: peopleWords.unblockedNow,
		icon: UserRoundX,
		none: peopleWords.blockedNobody,
		how: peopleWords.blockedHow,
	},
} as const;
type Way = (typeof WAYS)[keyof typeof WAYS];

export const MutedPeopleScreen = () => <KeptAway way={WAYS.muted} />;
export const BlockedPeopleScreen = () => <KeptAway way={WAYS.blocked} />;

const KeptAway = ({ way }: { way: Way }) => (
	<PeopleScreen title={way.title()} address={way.address} otherwise="/settings/privacy">
		<List way={way} />
	</PeopleScreen>
);

function List({ way }: { way: Way }) {
	const pages = usePages(async (cursor) => {
		const { users, nextCursor } = await way.read(cursor);
		return { entries: users, nextCursor };
	});
	const Icon = way.icon;
	return (
		<>
			<p class="quiet people-screen__lead">{way.lead()}</p>
			<PeopleList
				pages={pages}
				empty={
					<Notice icon={<Icon size={28} />} title={way.none()}>
						{way.how()}
					</Notice>
				}
				row={(user) => (
					<PersonRow key={user.id} user={user}>
						<button
							type="button"
							class="button button--small"
							aria-label={way.actName({ displayName: user.displayName })}
							onClick={async () => {
								if (await pages.settle(user, () => way.end(user.id))) tell(way.done({ displayName: user.displayName }));
							}}
						>
							{way.act()}
						</button>
					</PersonRow>
				)}
			/>
		</>
	);
}
