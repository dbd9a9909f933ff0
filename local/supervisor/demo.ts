import { DEMO_LOGINS, type DemoClip } from "../demo/catalogue.ts";
import type { Drawing } from "../demo/drawing.ts";
import { type LibraryOptions, seedLibrary } from "../demo/library/seed.ts";
import { type SeedOptions, type SeedProgress, seedDemo } from "../demo/seed.ts";
import type { Progress } from "./progress.ts";

export interface DemoOptions {
	readonly baseUrl: string;
	readonly stateDir: string;
	readonly ffmpegPath: string;
	readonly progress: Progress;
	readonly signal: AbortSignal;
	/** What was begun while the product started. */
	readonly drawing?: Drawing;
	/** Instead of the whole catalogue, for tests. */
	readonly clips?: readonly DemoClip[];
	/** Instead of drawing them, for tests. */
	readonly render?: SeedOptions["render"];
}

/** Accounts to look around with: name and password. */
export const demoLogins = (): readonly (readonly [username: string, password: string])[] =>
	DEMO_LOGINS.map(({ username, password }) => [username, password] as const);

/** Makes the demo content through the running product, or goes on where it was left. Throws when some of it could not be made. */
export async function makeDemo(options: DemoOptions): Promise<void> {
	const { progress } = options;
	let isPlayable = false;
	await seedDemo({
		baseUrl: options.baseUrl,
		stateDir: options.stateDir,
		ffmpegPath: options.ffmpegPath,
		signal: options.signal,
		...(options.clips === undefined ? {} : { clips: options.clips }),
		...(options.drawing === undefined ? {} : { drawing: options.drawing }),
		...(options.render === undefined ? {} : { render: options.render }),
		onProgress({ ready, total, message }: SeedProgress) {
			if (!isPlayable && ready > 0 && ready < total) {
				isPlayable = true;
				progress.say(`The first demo clip can be watched; ${total - ready} more are in the making.`);
			}
			progress.step("Demo content", `${ready}/${total}  ${message}`);
			if (ready === total && message.includes("complete")) progress.say(`The demo content is complete: ${total} clips.`);
		},
	});
}

/** Makes the starter library of sounds, behind the clips. Throws when some of it could not be made. */
export function makeLibrary({ progress, ...options }: LibraryOptions & { readonly progress: Progress }): Promise<void> {
	return seedLibrary({
		...options,
		onTrack(made, total) {
			progress.step("Sounds", `${made}/${total}`);
			if (made === total) progress.say(`The sound library is complete: ${total} tracks.`);
		},
	});
}
