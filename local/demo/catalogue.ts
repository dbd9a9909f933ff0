import { createHash } from "node:crypto";
import { CLIPS, type DemoClip } from "./catalogue-clips.ts";
import type { SceneName } from "./scenes/index.ts";

export type { DemoClip } from "./catalogue-clips.ts";

export interface DemoAccount {
	readonly username: string;
	readonly displayName: string;
	readonly bio: string;
	readonly password: string;
	readonly birthdate: string;
}

/** Everyone in the demo signs in with this. */
const DEMO_PASSWORD = "reelay-demo";

const account = (username: string, displayName: string, bio: string, birthdate: string): DemoAccount => ({
	username,
	displayName,
	bio,
	birthdate,
	password: DEMO_PASSWORD,
});

/** Accounts to sign in with and look around; they have uploaded nothing. */
export const DEMO_LOGINS: readonly DemoAccount[] = [
	account("demo", "Dana Demo", "Just here to swipe.", "1994-05-17"),
	account("demo2", "Devin Demo", "Here to see what Dana likes.", "1991-11-02"),
];

/** The creators of the demo clips. */
export const CREATORS: readonly DemoAccount[] = [
	account("marina.tides", "Marina Holt", "Salt water, slow mornings. Every wave is new.", "1990-06-21"),
	account("orbit.olu", "Olu Adeyemi", "Amateur astronomer. Looking up since 1988.", "1988-02-11"),
	account("neon.kaito", "Kaito Mori", "Night walks in the rain. Headphones on.", "1996-09-30"),
	account("fjord_freya", "Freya Lund", "Chasing northern lights with cold hands.", "1993-12-04"),
	account("mandala.mei", "Mei Chen", "Patterns all the way down.", "1995-03-08"),
	account("coach.rico", "Rico Alvarez", "Bounce. Breathe. Again. Basics every day.", "1985-07-19"),
	account("deepblue.noor", "Noor Haddad", "Marine biologist. Jellyfish are older than trees.", "1992-10-25"),
	account("pixel.pilot", "Sam Okafor", "I build little games and fly through them.", "1998-01-14"),
	account("wander.wren", "Wren Castillo", "One bag, many horizons.", "1997-04-02"),
	account("lumen.lab", "Ada & Jules", "Two people, one projector, too many colours.", "1989-08-28"),
];

/** The demo's topics: what is seen and heard, and the interest offered at onboarding that leads there. */
export const TOPICS: readonly { readonly scene: SceneName; readonly interest: string }[] = [
	{ scene: "ocean", interest: "travel" },
	{ scene: "space", interest: "space" },
	{ scene: "city", interest: "music" },
	{ scene: "mountains", interest: "nature" },
	{ scene: "kaleidoscope", interest: "art" },
	{ scene: "ball", interest: "sports" },
	{ scene: "jellyfish", interest: "animals" },
	{ scene: "synthwave", interest: "gaming" },
];

/** All clips, the first of every topic first: a feed cut short is still varied. */
export const DEMO_CLIPS: readonly DemoClip[] = [...CLIPS].sort((a, b) => a.variant - b.variant);

/** A UUID that always belongs to this name: the idempotency key of whatever is done under it. */
export function demoUuid(name: string): string {
	const bytes = createHash("sha256").update(`reelay-demo:${name}`).digest().subarray(0, 16);
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const digits = bytes.toString("hex");
	return [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20)].join("-");
}
