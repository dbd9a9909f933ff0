import { join } from "node:path";
import { BACKGROUND_NICENESS, type Child, type ChildOptions, startChild } from "./child.ts";
import type { WranglerFacts } from "./wrangler-facts.ts";

/** Seconds between trainings; without new events a turn does nothing. */
const EVERY_S = 180;

export interface TrainerOptions {
	readonly root: string;
	readonly stateDir: string;
	/** R2's S3 endpoint. */
	readonly s3: string;
	readonly facts: WranglerFacts;
	readonly watch: Pick<ChildOptions, "onLine" | "onDeath">;
}

/** Starts the trainer, on Cloudflare a scheduled container, as a process that learns every few minutes from what was watched here. */
export function startTrainer({ root, stateDir, s3, facts, watch }: TrainerOptions): Child {
	const { bucket, accessKeyId, secretAccessKey } = facts.buckets.ARCHIVE;
	return startChild({
		name: "trainer",
		command: process.execPath,
		args: ["--no-warnings", join(root, "trainer/run.ts")],
		cwd: root,
		env: {
			...process.env,
			TRAINER_S3_URL: `${s3}/${bucket}`,
			TRAINER_S3_KEY_ID: accessKeyId,
			TRAINER_S3_SECRET: secretAccessKey,
			TRAINER_EVERY_S: String(EVERY_S),
		},
		logPath: join(stateDir, "logs/trainer.log"),
		niceness: BACKGROUND_NICENESS,
		...watch,
	});
}
