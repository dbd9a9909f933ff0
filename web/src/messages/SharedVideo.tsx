import { Play, VideoOff } from "lucide-preact";
import { Link } from "../shell/Link.tsx";
import { Avatar } from "../ui/Avatar.tsx";
import { Blurhash } from "../ui/Blurhash.tsx";
import { clock } from "../ui/format.ts";
import { Picture } from "../ui/Picture.tsx";
import type { SharedVideo as Shared } from "./room.ts";

/** A clip that was sent: its cover and creator, and the way to the player. One that is gone or private says so. */
export function SharedVideo({ videoId, card }: { videoId: string; card: Shared | undefined }) {
	if (card === null)
		return (
			<p class="shared shared--gone">
				<VideoOff size={22} />
				<span>
					This video isn't available.
					<span class="quiet"> It was taken down, or only some people may see it.</span>
				</span>
			</p>
		);
	return (
		<Link href={`/v/${videoId}`} class="shared">
			<span class="visually-hidden">{card ? "Play the video of " : "Play video"}</span>
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
