import { UsersRound } from "lucide-preact";
import { isSignedIn } from "../account/session.ts";
import { SuggestedPeople } from "../inbox/SuggestedPeople.tsx";
import { Link } from "../shell/Link.tsx";
import { Notice } from "../ui/Notice.tsx";
import "../inbox/inbox.css";
import "./empty-home.css";

const WORDS = {
	following: {
		title: "Nobody here yet",
		how: "Follow people you like, and their newest videos wait for you here.",
		guest: "The people you follow",
		who: "the people you follow",
	},
	friends: {
		title: "No friends here yet",
		how: "Friends are people you follow who follow you back. Follow somebody, and their newest videos wait for you here once they do.",
		guest: "Your friends",
		who: "your friends",
	},
} as const;

/** In place of the videos of people one follows, or of friends: how to come by some, and whom one may like. */
function EmptyHome({ feed }: { feed: keyof typeof WORDS }) {
	const { title, how, guest, who } = WORDS[feed];
	if (!isSignedIn.value) {
		const enter = (
			<Link href={`/login?back=/${feed}`} class="button button--primary">
				Log in
			</Link>
		);
		return (
			<Notice icon={<UsersRound size={28} />} title={guest} action={enter}>
				Log in to see the newest videos of {who}.
			</Notice>
		);
	}
	const around = (
		<Link href="/explore" class="button button--primary">
			Look around
		</Link>
	);
	return (
		<div class="empty-home">
			<Notice icon={<UsersRound size={28} />} title={title} action={around}>
				{how}
			</Notice>
			<SuggestedPeople />
		</div>
	);
}

export const NoFriends = () => <EmptyHome feed="friends" />;
export const NobodyFollowed = () => <EmptyHome feed="following" />;
