import { UsersRound } from "lucide-preact";
import { isSignedIn } from "../account/session.ts";
import { SuggestedPeople } from "../inbox/SuggestedPeople.tsx";
import * as profileWords from "../profile/profile.words.ts";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { Notice } from "../ui/Notice.tsx";
import * as peopleWords from "./people.words.ts";
import "../inbox/inbox.css";
import "./empty-home.css";

const WORDS = {
	following: {
		title: peopleWords.nobodyYet,
		how: peopleWords.followThem,
		guest: peopleWords.youFollow,
		enter: peopleWords.logInFollowing,
	},
	friends: {
		title: peopleWords.noFriends,
		how: peopleWords.friendsAre,
		guest: peopleWords.yourFriends,
		enter: peopleWords.logInFriends,
	},
} as const;

/** In place of the videos of people one follows, or of friends: how to come by some, and whom one may like. */
function EmptyHome({ feed }: { feed: keyof typeof WORDS }) {
	const { title, how, guest, enter } = WORDS[feed];
	if (!isSignedIn.value) {
		const toLogIn = (
			<Link href={`/login?back=/${feed}`} class="button button--primary">
				{shellWords.logIn()}
			</Link>
		);
		return (
			<Notice icon={<UsersRound size={28} />} title={guest()} action={toLogIn}>
				{enter()}
			</Notice>
		);
	}
	const around = (
		<Link href="/explore" class="button button--primary">
			{profileWords.lookAround()}
		</Link>
	);
	return (
		<div class="empty-home">
			<Notice icon={<UsersRound size={28} />} title={title()} action={around}>
				{how()}
			</Notice>
			<SuggestedPeople />
		</div>
	);
}

export const NoFriends = () => <EmptyHome feed="friends" />;
export const NobodyFollowed = () => <EmptyHome feed="following" />;
