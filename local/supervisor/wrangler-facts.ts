import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** What `wrangler.toml` says of the local set-up: cron expressions, and bucket and credentials of the local S3 endpoint. */
export interface WranglerFacts {
	readonly crons: readonly string[];
	readonly bucket: string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
}

/** Reads the part of `wrangler.toml` before `[env.production]`. Throws when a fact is missing. */
export function readFacts(toml: string): WranglerFacts {
	const local = toml.split(/^\[env\./m, 1)[0] ?? "";
	const bucket = local.split("[[r2_buckets]]").find((section) => section.includes("experimental_s3_credentials")) ?? "";
	const find = (text: string, pattern: RegExp, what: string): string => {
		const found = text.match(pattern)?.[1];
		if (found === undefined) throw new Error(`wrangler.toml doesn't name ${what}.`);
		return found;
	};
	const crons = find(local, /^crons\s*=\s*\[(.*?)\]/ms, "any crons under [triggers]");
	return {
		crons: [...crons.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ""),
		bucket: find(bucket, /bucket_name\s*=\s*"([^"]+)"/, "the bucket of local S3 credentials"),
		accessKeyId: find(bucket, /accessKeyId\s*=\s*"([^"]+)"/, "local_dev.experimental_s3_credentials.accessKeyId"),
		secretAccessKey: find(bucket, /secretAccessKey\s*=\s*"([^"]+)"/, "local_dev.experimental_s3_credentials.secretAccessKey"),
	};
}

export const readWranglerFacts = async (root: string): Promise<WranglerFacts> =>
	readFacts(await readFile(join(root, "wrangler.toml"), "utf8"));
