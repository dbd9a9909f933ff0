import { Globe, Lock, Users } from "lucide-preact";
import type { Visibility } from "../api/videos.ts";

/** Who a video is for, as it is said everywhere. */
export const AUDIENCES: readonly { readonly value: Visibility; readonly label: string; readonly icon: typeof Globe }[] = [
	{ value: "public", label: "Everyone", icon: Globe },
	{ value: "followers", label: "Followers", icon: Users },
	{ value: "private", label: "Only you", icon: Lock },
];

/** The same as a sentence about a video that is up. */
export const AUDIENCE_SENTENCES: Readonly<Record<Visibility, string>> = {
	public: "Everyone can see it, and it's on its way to people who'll like it.",
	followers: "Your followers can see it.",
	private: "Only you can see it.",
};
