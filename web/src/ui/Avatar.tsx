import type { UserSummary } from "../api/social.ts";
import { Picture } from "./Picture.tsx";
import "./avatar.css";

/** A hue for each user, the same at every visit. */
const hueOf = (id: string): number => {
	const hash = [...id].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, 7);
	// By the golden angle, so that neighbouring ids lie far apart.
	return Math.round((hash * 137.508) % 360);
};

type Person = Pick<UserSummary, "id" | "username" | "displayName" | "avatarUrl">;

/** A user's picture, or their first letter on a colour of their own. `size` in pixels. Decorative: the name stands beside it. */
export function Avatar({ user, size }: { user: Person; size: number }) {
	const style = { width: `${size}px`, height: `${size}px`, fontSize: `${Math.round(size * 0.42)}px`, "--hue": String(hueOf(user.id)) };
	const letter = (
		<span class="avatar avatar--letter" style={style} aria-hidden="true">
			{(user.displayName || user.username).slice(0, 1).toUpperCase()}
		</span>
	);
	if (!user.avatarUrl) return letter;
	return <Picture class="avatar" src={user.avatarUrl} width={size} height={size} style={style} loading="lazy" otherwise={letter} />;
}
