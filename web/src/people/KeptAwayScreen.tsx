import { UserRoundX, VolumeX } from "lucide-preact";
import * as people from "../api/people.ts";
import * as social from "../api/social.ts";
import { Notice } from "../ui/Notice.tsx";
import { tell } from "../ui/toasts.tsx";
import { PeopleList, PersonRow } from "./PeopleList.tsx";
import { PeopleScreen } from "./PeopleScreen.tsx";
import { usePages } from "./usePeople.ts";

/** The two ways to keep somebody away, as their lists say them. */
const WAYS = {
	muted: {
		title: "Muted people",
		address: "/settings/muted",
		lead: "Their videos, comments and doings don't come to you. They aren't told, and you still find them on their profile.",
		read: people.listMuted,
		end: people.unmute,
		act: "Unmute",
		done: "is unmuted",
		icon: VolumeX,
		none: "You muted nobody",
		how: "The loudspeaker on somebody's profile keeps what they make and say away from you.",
	},
	blocked: {
		title: "Blocked people",
		address: "/settings/blocked",
		lead: "You don't see each other anywhere. Unblocking doesn't bring back who followed whom.",
		read: people.listBlocked,
		end: social.unblock,
		act: "Unblock",
		done: "is unblocked",
		icon: UserRoundX,
		none: "You blocked nobody",
		how: "You can block somebody from their profile. Then neither of you sees the other.",
	},
} as const;
type Way = (typeof WAYS)[keyof typeof WAYS];

export const MutedPeopleScreen = () => <KeptAway way={WAYS.muted} />;
export const BlockedPeopleScreen = () => <KeptAway way={WAYS.blocked} />;

const KeptAway = ({ way }: { way: Way }) => (
	<PeopleScreen title={way.title} address={way.address} otherwise="/settings/privacy">
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
			<p class="quiet people-screen__lead">{way.lead}</p>
			<PeopleList
				pages={pages}
				empty={
					<Notice icon={<Icon size={28} />} title={way.none}>
						{way.how}
					</Notice>
				}
				row={(user) => (
					<PersonRow key={user.id} user={user}>
						<button
							type="button"
							class="button button--small"
							aria-label={`${way.act} ${user.displayName}`}
							onClick={async () => {
								if (await pages.settle(user, () => way.end(user.id))) tell(`${user.displayName} ${way.done}`);
							}}
						>
							{way.act}
						</button>
					</PersonRow>
				)}
			/>
		</>
	);
}
