import { NobodyFollowed, NoFriends } from "./EmptyHome.tsx";
import { BlockedPeopleScreen, MutedPeopleScreen } from "./KeptAwayScreen.tsx";
import { PrivacySettingsScreen } from "./PrivacySettingsScreen.tsx";
import { RequestsScreen } from "./RequestsScreen.tsx";

const SCREENS = {
	privacy: PrivacySettingsScreen,
	requests: RequestsScreen,
	muted: MutedPeopleScreen,
	blocked: BlockedPeopleScreen,
	friends: NoFriends,
	following: NobodyFollowed,
} as const;

/** All about who sees one and whom one keeps near or away: fetched at once, since whoever opens one of these soon opens another. */
export function PeopleRoom({ which }: { which: keyof typeof SCREENS }) {
	const Screen = SCREENS[which];
	return <Screen />;
}
