import type { Progress } from "./progress.ts";

export interface DemoOptions {
	readonly baseUrl: string;
	readonly stateDir: string;
	readonly ffmpegPath: string;
	readonly progress: Progress;
	readonly signal: AbortSignal;
}

/** Makes the demo content through the running product. A failure is told and leaves the product running. */
export async function makeDemo(options: DemoOptions): Promise<void> {
	options.progress.say("demo");
}
