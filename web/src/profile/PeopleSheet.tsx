import * as social from "../api/social.ts";
import { UserSheet } from "./UserSheet.tsx";

interface PeopleSheetProps {
	userId: string;
	which: "followers" | "following";
	onClose(): void;
}

const LISTS = {
	followers: { title: "Followers", empty: "Followers show up here.", read: social.listFollowers },
	following: { title: "Following", empty: "Whoever is followed shows up here.", read: social.listFollowing },
} as const;

/** Who follows a person, or whom they follow. */
export function PeopleSheet({ userId, which, onClose }: PeopleSheetProps) {
	const { title, empty, read } = LISTS[which];
	return <UserSheet key={`${which} ${userId}`} title={title} empty={empty} load={(cursor) => read(userId, cursor)} onClose={onClose} />;
}
