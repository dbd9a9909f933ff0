import { ArrowLeft } from "lucide-preact";
import { account } from "../account/session.ts";
import { useFollowedList } from "../feed/address.ts";
import { Player } from "../feed/Player.tsx";
import { StageHead } from "../feed/StageHead.tsx";
import { Link } from "../shell/Link.tsx";
import * as soundsWords from "./sounds.words.ts";
import { feedOfSound } from "./soundVideos.ts";

/** The videos that use a sound, one after the other. */
export function SoundPlayerScreen({ soundId, id }: { soundId: string; id: string }) {
	const viewer = account.value?.id ?? "guest";
	const list = useFollowedList(
		id,
		`${viewer} ${soundId}`,
		() => feedOfSound(soundId, id, viewer),
		(now) => `/sound/${soundId}/${now}`,
	);
	const back = (
		<Link href={`/sound/${soundId}`} class="player-back" aria-label={soundsWords.backToSound()}>
			<ArrowLeft size={24} />
		</Link>
	);
	return <Player list={list} source="profile" header={<StageHead start={back} />} />;
}
