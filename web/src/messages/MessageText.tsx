import { Link } from "../shell/Link.tsx";
import { TaggedText } from "../tags/TaggedText.tsx";
import { isEmojiAlone, piecesOf } from "./links.ts";

/** Where an address leads within this site; null for one that leads elsewhere. */
function withinHere(href: string): string | null {
	const { origin, pathname, search, hash } = new URL(href);
	return origin === location.origin ? `${pathname}${search}${hash}` : null;
}

/** What was written: as it was written, with its addresses marked. */
export function MessageText({ text, withLinks }: { text: string; withLinks: boolean }) {
	return (
		<p class={isEmojiAlone(text) ? "bubble__text bubble__text--emoji" : "bubble__text"} dir="auto">
			{withLinks
				? piecesOf(text).map(({ text: piece, href }, place) => {
						if (href === null) return <TaggedText key={place} text={piece} />;
						const path = withinHere(href);
						return path === null ? (
							<a key={place} href={href} target="_blank" rel="nofollow noopener noreferrer ugc">
								{piece}
							</a>
						) : (
							<Link key={place} href={path}>
								{piece}
							</Link>
						);
					})
				: text}
		</p>
	);
}
