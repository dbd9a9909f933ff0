import { Play, VideoOff } from "lucide-preact";
import * as profileWords from "../profile/profile.words.ts";
import { Link } from "../shell/Link.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { Blurhash } from "../ui/Blurhash.tsx";
import { clock } from "../ui/format.ts";
import { Picture } from "../ui/Picture.tsx";
import * as messagesWords from "./messages.words.ts";
import type { SharedVideo as Shared } from "./room.ts";

/** A clip that was sent: its cover and creator, and the way to the player. One that is gone or private says so. */
export function SharedVideo({ videoId, card }: { videoId: string; card: Shared | undefined }) {
	if (card === null)
		return (
			<p class="shared shared--gone">
				<VideoOff size={22} />
				<span>
					{messagesWords.videoUnavailable()}
					<span class="quiet"> {profileWords.videoNotHereNote()}</span>
				</span>
			</p>
		);
	return (
		<Link href={`/v/${videoId}`} class="shared">
			<span class="visually-hidden">{card ? `${messagesWords.playVideoOf()} ` : messagesWords.playVideo()}</span>
			{card ? (
				<>
					{card.blurhash && <Blurhash hash={card.blurhash} />}
					{card.thumbnail && <Picture class="shared__cover" src={card.thumbnail} loading="lazy" />}
					<span class="shared__who">
						<Avatar user={card.user} size={24} />
						<bdi>{card.user.displayName}</bdi>
					</span>
					<Play class="shared__play" size={34} fill="currentColor" strokeWidth={0} />
					<span class="shared__foot">
						<span class="shared__title">{card.title}</span>
						<span class="numeric">{clock(card.durationMs)}</span>
					</span>
				</>
			) : (
				<span class="skeleton shared__skeleton" />
			)}
		</Link>
	);
}
