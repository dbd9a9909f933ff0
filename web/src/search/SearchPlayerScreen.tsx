import { ArrowLeft } from "lucide-preact";
import { useSearch } from "wouter-preact";
import { search } from "../api/search.ts";
import { useFollowedList } from "../feed/address.ts";
import { Player } from "../feed/Player.tsx";
import { PlacedList } from "../feed/placedList.ts";
import { StageHead } from "../feed/StageHead.tsx";
import { Link } from "../shell/Link.tsx";
import * as searchWords from "./search.words.ts";
import { searchAddress } from "./searchAddress.ts";

/** The videos that a search found, one after the other, from the one that was opened on in both directions. */
export function SearchPlayerScreen({ id }: { id: string }) {
	const q = (new URLSearchParams(useSearch()).get("q") ?? "").trim();
	const list = useFollowedList(
		id,
		q,
		() => new PlacedList(id, (cursor) => (q === "" ? nothingElse() : search(q, "videos", cursor))),
		(now) => searchAddress(q, null, now),
	);
	const back = (
		<Link href={searchAddress(q)} class="player-back" aria-label={searchWords.backToSearch()}>
			<ArrowLeft size={24} />
		</Link>
	);
	return <Player list={list} source="search" header={<StageHead start={back} />} />;
}

/** An address without a search: the video stands alone. */
const nothingElse = async () => ({ videos: [], nextCursor: null });
