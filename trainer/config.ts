import * as z from "zod";
import type { S3Options } from "./store.ts";

export interface TrainerConfig {
	/** Root of the archive and of the models, when there is no bucket. */
	readonly directory: string;
	readonly s3: S3Options | null;
	/** Milliseconds between runs; null: once. */
	readonly everyMs: number | null;
	/** Events older than this are left out, milliseconds. */
	readonly windowMs: number;
	readonly seed: number;
}

const Environment = z.object({
	TRAINER_DIR: z.string().default(".reelay/archive"),
	TRAINER_S3_URL: z.url().optional(),
	TRAINER_S3_KEY_ID: z.string().optional(),
	TRAINER_S3_SECRET: z.string().optional(),
	TRAINER_EVERY_S: z.coerce.number().positive().optional(),
	TRAINER_WINDOW_DAYS: z.coerce.number().positive().default(30),
	TRAINER_SEED: z.coerce.number().int().default(1),
});

/** Reads the environment once. Throws, naming the variable, when one is wrong or the bucket's are not complete. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): TrainerConfig {
	const given = Environment.parse(environment);
	const { TRAINER_S3_URL: bucketUrl, TRAINER_S3_KEY_ID: accessKeyId, TRAINER_S3_SECRET: secretAccessKey } = given;
	if (bucketUrl !== undefined && (accessKeyId === undefined || secretAccessKey === undefined)) {
		throw new Error("TRAINER_S3_URL needs TRAINER_S3_KEY_ID and TRAINER_S3_SECRET beside it.");
	}
	return Object.freeze({
		directory: given.TRAINER_DIR,
		s3: bucketUrl === undefined ? null : { bucketUrl, accessKeyId: accessKeyId ?? "", secretAccessKey: secretAccessKey ?? "" },
		everyMs: given.TRAINER_EVERY_S === undefined ? null : given.TRAINER_EVERY_S * 1000,
		windowMs: given.TRAINER_WINDOW_DAYS * 86_400_000,
		seed: given.TRAINER_SEED,
	});
}
