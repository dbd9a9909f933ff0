import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A bucket of the local S3 endpoint and the one key that opens it. */
export interface BucketFacts {
	readonly bucket: string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
}

/** What `wrangler.toml` says of the local set-up: cron expressions, and the buckets by their binding. */
export interface WranglerFacts {
	readonly crons: readonly string[];
	readonly buckets: Readonly<Record<"INGEST" | "MEDIA" | "ARCHIVE", BucketFacts>>;
}

/** Reads the part of `wrangler.toml` before `[env.production]`. Throws when a fact is missing. */
export function readFacts(toml: string): WranglerFacts {
	const local = toml.split(/^\[env\./m, 1)[0] ?? "";
	const find = (text: string, pattern: RegExp, what: string): string => {
		const found = text.match(pattern)?.[1];
		if (found === undefined) throw new Error(`wrangler.toml doesn't name ${what}.`);
		return found;
	};
	const crons = find(local, /^crons\s*=\s*\[(.*?)\]/ms, "any crons under [triggers]");
	const sections = local.split(/^(?=\[)/m).filter((section) => section.startsWith("[[r2_buckets]]"));
	const bucketOf = (binding: string): BucketFacts => {
		const section = sections.find((text) => text.includes(`binding = "${binding}"`)) ?? "";
		const credential = (name: string) =>
			find(section, new RegExp(`${name}\\s*=\\s*"([^"]+)"`), `local_dev.experimental_s3_credentials.${name} of ${binding}`);
		return {
			bucket: find(section, /bucket_name\s*=\s*"([^"]+)"/, `the bucket of ${binding}`),
			accessKeyId: credential("accessKeyId"),
			secretAccessKey: credential("secretAccessKey"),
		};
	};
	return {
		crons: [...crons.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ""),
		buckets: { INGEST: bucketOf("INGEST"), MEDIA: bucketOf("MEDIA"), ARCHIVE: bucketOf("ARCHIVE") },
	};
}

export const readWranglerFacts = async (root: string): Promise<WranglerFacts> =>
	readFacts(await readFile(join(root, "wrangler.toml"), "utf8"));
