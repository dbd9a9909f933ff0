import { ArrowLeft } from "lucide-preact";
import { account } from "../account/session.ts";
import { useFollowedList } from "../feed/address.ts";
import { Player } from "../feed/Player.tsx";
import { StageHead } from "../feed/StageHead.tsx";
import { Link } from "../shell/Link.tsx";
import * as historyWords from "./history.words.ts";
import { historyFeed } from "./historyList.ts";

/** What one watched, one after the other. */
export function HistoryPlayerScreen({ id }: { id: string }) {
	const viewer = account.value?.id ?? "guest";
	const list = useFollowedList(
		id,
		viewer,
		() => historyFeed(id, viewer),
		(now) => `/history/${now}`,
	);
	const back = (
		<Link href="/history" class="player-back" aria-label={historyWords.backTo()}>
			<ArrowLeft size={24} />
		</Link>
	);
	return <Player list={list} source="profile" header={<StageHead start={back} />} />;
}
