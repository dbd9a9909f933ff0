import type { ComponentChildren } from "preact";
import { Link } from "../shell/Link.tsx";

/** A way within a sentence to the place it speaks of. */
export const Way = ({ to, children }: { to: string; children: ComponentChildren }) => (
	<Link href={to} class="link">
		{children}
	</Link>
);
