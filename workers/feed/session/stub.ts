import type { ScreenTimeChoices } from "../../../contracts/screen-time.ts";
import type { LeaningsRpc } from "../../discovery/search/index.ts";
import type { Services } from "../../platform/services.ts";
import type { GivenRpc } from "../../trust/index.ts";
import type { Hour } from "../screen-time/log.ts";
import type { Watched } from "./impressions.ts";
import type {
	Act,
	Avoided,
	Changed,
	Circumstances,
	Inheritance,
	Page,
	PageRequest,
	PreferencesChange,
	Refusal,
	Relations,
	ShownEvent,
	StatedPreferences,
	Story,
	TakenIn,
} from "./protocol.ts";

/** What a viewer's session object can be asked. `viewer` is `user:<id>` or `guest:<id>`. */
export interface SessionRpc extends GivenRpc, LeaningsRpc {
	/** Null for a guest who has not watched anything yet. */
	page(request: PageRequest): Promise<Page | null>;
	watch(viewer: string, events: readonly ShownEvent[], circumstances: Circumstances): Promise<TakenIn>;
	act(viewer: string, act: Act): Promise<void>;
	notInterested(viewer: string, refusal: Refusal): Promise<void>;
	history(limit: number, after: Watched | null): Watched[];
	/** All that was watched when no video is named. */
	forgetWatched(videoId: string | null): void;
	/** @returns false when the feed is not personal: nothing was chosen */
	setInterests(viewer: string, interests: readonly string[], vectors: readonly number[][]): Promise<boolean>;
	story(videoId: string, topics: readonly string[]): Story | null;
	preferences(): StatedPreferences;
	prefer(viewer: string, asked: PreferencesChange): Promise<Changed>;
	avoided(): Avoided;
	relationsChanged(viewer: string, relations: Relations): void;
	/** @returns the interests that stay */
	reset(): readonly string[];
	bequeath(): Inheritance;
	inherit(viewer: string, from: Inheritance): Promise<void>;
	/** How long the person watched, by the hour, and after how long they want to be told; null while they chose nothing. */
	screenTime(): { readonly hours: Hour[]; readonly choices: ScreenTimeChoices | null };
	chooseScreenTime(viewer: string, choices: ScreenTimeChoices): void;
	/** Forgets everything. */
	forget(): Promise<void>;
}

/** The session object of a viewer, by `user:<id>` or `guest:<id>`. */
export const sessionOf = ({ objects }: Pick<Services, "objects">, viewer: string): DurableObjectStub<SessionRpc> =>
	objects.session<SessionRpc>(viewer);
