import { Link } from "../shell/Link.tsx";
import { tagAddress } from "./address.ts";
import "./tags.css";

/** Hashtags to go on to. */
export const TagChips = ({ tags }: { tags: readonly string[] }) => (
	<ul class="tag-chips">
		{tags.map((tag) => (
			<li key={tag}>
				<Link href={tagAddress(tag)} class="tag-chip">
					<bdi>#{tag}</bdi>
				</Link>
			</li>
		))}
	</ul>
);
