import { ArrowLeft } from "lucide-preact";
import { useSearch } from "wouter-preact";
import { hashtagKey, writtenHashtag } from "../../../contracts/words.ts";
import { useFollowedList } from "../feed/address.ts";
import { Player } from "../feed/Player.tsx";
import { StageHead } from "../feed/StageHead.tsx";
import { Link } from "../shell/Link.tsx";
import { tagAddress } from "./address.ts";
import { feedOfTag, sortIn } from "./tagLists.ts";
import * as tagsWords from "./tags.words.ts";

/** A hashtag's videos, one after the other, from the one that was opened on in both directions. */
export function TagPlayerScreen({ tag: named, id }: { tag: string; id: string }) {
	const tag = hashtagKey(writtenHashtag(named));
	const sort = sortIn(useSearch());
	const query = sort === "top" ? "" : `?sort=${sort}`;
	const list = useFollowedList(
		id,
		`${sort} ${tag}`,
		() => feedOfTag(tag, sort, id),
		(now) => `${tagAddress(tag)}/${now}${query}`,
	);
	const back = (
		<Link href={`${tagAddress(tag)}${query}`} class="player-back" aria-label={tagsWords.backToTag({ tag })}>
			<ArrowLeft size={24} />
		</Link>
	);
	return <Player list={list} source="hashtag" header={<StageHead start={back} />} />;
}
