import { signal } from "@preact/signals";
import { Fragment } from "preact";
import type { cutAtHashtags } from "../../../contracts/hashtags-in-text.ts";
import { Link } from "../shell/Link.tsx";
import { tagAddress } from "./address.ts";
import "./tagged-text.css";

/** Loaded with the first text that needs it: the first screen's own hashtags stand beside the text, not in it. */
const cut = signal<typeof cutAtHashtags | null>(null);
let isAsked = false;
function ask(): void {
	if (isAsked) return;
	isAsked = true;
	import("../../../contracts/hashtags-in-text.ts").then(
		(parser) => {
			cut.value = parser.cutAtHashtags;
		},
		() => {
			// The words are there without their links; the next text asks again.
			isAsked = false;
		},
	);
}

/** What somebody wrote, with its hashtags as links to their pages. */
export function TaggedText({ text }: { text: string }) {
	if (!/[#＃]/.test(text)) return <>{text}</>;
	if (cut.value === null) {
		ask();
		return <>{text}</>;
	}
	return (
		<>
			{cut.value(text).map(({ text: piece, tag }, place) =>
				tag === null ? (
					piece
				) : (
					<Link key={place} href={tagAddress(tag)} class="hashtag">
						{piece}
					</Link>
				),
			)}
		</>
	);
}

/** Hashtags of a video, one after the other. */
export function TagLinks({ tags }: { tags: readonly string[] }) {
	return (
		<>
			{tags.map((tag) => (
				<Fragment key={tag}>
					{" "}
					<Link href={tagAddress(tag)} class="hashtag">
						<bdi>#{tag}</bdi>
					</Link>
				</Fragment>
			))}
		</>
	);
}
