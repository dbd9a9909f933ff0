import { access, mkdir } from "node:fs/promises";
import path from "node:path";
import type { DemoClip } from "./catalogue.ts";
import type { RenderOptions, Shot } from "./render.ts";

/** Clips drawn before anybody asked for them: enough that none is waited for, few enough that drawing takes nothing from encoding. */
const AHEAD = 3;

export interface DrawingOptions {
	readonly folder: string;
	readonly ffmpegPath: string;
	readonly signal: AbortSignal;
	readonly render: (shot: Shot, outFile: string, options: RenderOptions) => Promise<void>;
}

interface Waiting {
	readonly clip: DemoClip;
	readonly file: PromiseWithResolvers<string>;
}

/** Draws clips one at a time in the order they were named, a few ahead of who takes them. A clip drawn by an earlier run is taken as it is. */
export class Drawing {
	readonly #options: DrawingOptions;
	readonly #clips = new Map<string, Waiting>();
	readonly #waiting: Waiting[] = [];
	readonly #drawn = new Set<string>();
	readonly #taken = new Set<string>();
	#isDrawing = false;

	constructor(options: DrawingOptions) {
		this.#options = options;
	}

	/** Names clips that will be wanted, and begins. */
	expect(clips: readonly DemoClip[]): void {
		for (const clip of clips) {
			if (this.#clips.has(clip.id)) continue;
			const one = { clip, file: Promise.withResolvers<string>() };
			// Whoever takes it meets the failure; until then it must not end the process.
			one.file.promise.catch(() => undefined);
			this.#clips.set(clip.id, one);
			this.#waiting.push(one);
		}
		void this.#goOn();
	}

	/** Where a clip's file is, once it is drawn. @throws what it could not be drawn for, or the signal's reason */
	take(clip: DemoClip): Promise<string> {
		this.#taken.add(clip.id);
		this.expect([clip]);
		return this.#clips.get(clip.id)?.file.promise ?? Promise.reject(new Error(`${clip.id} is not drawn here`));
	}

	async #goOn(): Promise<void> {
		if (this.#isDrawing) return;
		this.#isDrawing = true;
		for (let next = this.#next(); next !== undefined; next = this.#next()) {
			await this.#draw(next.clip).then(next.file.resolve, next.file.reject);
			this.#drawn.add(next.clip.id);
		}
		this.#isDrawing = false;
	}

	/** What somebody waits for; else the next, as long as few enough lie there. */
	#next(): Waiting | undefined {
		const wanted = this.#waiting.findIndex(({ clip }) => this.#taken.has(clip.id));
		if (wanted !== -1) return this.#waiting.splice(wanted, 1)[0];
		const lying = [...this.#drawn].filter((id) => !this.#taken.has(id)).length;
		return lying < AHEAD ? this.#waiting.shift() : undefined;
	}

	async #draw(clip: DemoClip): Promise<string> {
		const { folder, ffmpegPath, signal, render } = this.#options;
		const file = path.join(folder, "clips", `${clip.id}-${clip.seed}.mp4`);
		signal.throwIfAborted();
		await mkdir(path.dirname(file), { recursive: true });
		if (!(await exists(file))) await render(clip, file, { ffmpegPath, signal });
		return file;
	}
}

const exists = (file: string): Promise<boolean> =>
	access(file).then(
		() => true,
		() => false,
	);
