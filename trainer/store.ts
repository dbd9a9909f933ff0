import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { AwsClient } from "aws4fetch";

/** Where the archive is and the models go: named bytes. */
export interface Store {
	/** Keys under a prefix, sorted. */
	list(prefix: string): Promise<string[]>;
	/** Null when there is no such key. */
	get(key: string): Promise<Uint8Array | null>;
	/** Replaces the whole at once: a reader sees the old or the new. */
	put(key: string, bytes: Uint8Array | string): Promise<void>;
}

/** A folder on disk. */
export function directoryStore(root: string): Store {
	return {
		async list(prefix) {
			const entries = await readdir(join(root, prefix), { recursive: true, withFileTypes: true }).catch(absent);
			return (entries ?? [])
				.filter((entry) => entry.isFile() && !entry.name.endsWith(".part"))
				.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
				.sort();
		},
		async get(key) {
			return (await readFile(join(root, key)).catch(absent)) ?? null;
		},
		async put(key, bytes) {
			const path = join(root, key);
			await mkdir(dirname(path), { recursive: true });
			await writeFile(`${path}.part`, bytes);
			await rename(`${path}.part`, path);
		},
	};
}

function absent(error: NodeJS.ErrnoException): null {
	if (error.code === "ENOENT") return null;
	throw error;
}

export interface S3Options {
	/** Address of the bucket: `https://account.r2.cloudflarestorage.com/bucket`. */
	readonly bucketUrl: string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
}

/** A bucket by the S3 API. Requests are signed, and retried with back-off by the client. Throws on any other refusal. */
export function s3Store({ bucketUrl, accessKeyId, secretAccessKey }: S3Options): Store {
	const client = new AwsClient({ accessKeyId, secretAccessKey, service: "s3", region: "auto", retries: 5 });
	const base = bucketUrl.replace(/\/$/, "");
	const address = (key: string) => `${base}/${key.split("/").map(encodeURIComponent).join("/")}`;
	return {
		async list(prefix) {
			const keys: string[] = [];
			let more: string | null = null;
			do {
				const query: Record<string, string> = { "list-type": "2", prefix, ...(more === null ? {} : { "continuation-token": more }) };
				const answer = await client.fetch(`${base}?${new URLSearchParams(query)}`);
				const body = await answer.text();
				if (!answer.ok) throw new Error(`Listing ${prefix} was refused: ${answer.status} ${body.slice(0, 200)}`);
				for (const [, key = ""] of body.matchAll(/<Key>([^<]*)<\/Key>/g)) keys.push(unescapeXml(key));
				more = /<NextContinuationToken>([^<]*)</.exec(body)?.[1] ?? null;
			} while (more !== null);
			return keys.sort();
		},
		async get(key) {
			const answer = await client.fetch(address(key));
			if (answer.status === 404) return null;
			if (!answer.ok) throw new Error(`Reading ${key} was refused: ${answer.status}`);
			return new Uint8Array(await answer.arrayBuffer());
		},
		async put(key, bytes) {
			const answer = await client.fetch(address(key), { method: "PUT", body: typeof bytes === "string" ? bytes : new Uint8Array(bytes) });
			if (!answer.ok) throw new Error(`Writing ${key} was refused: ${answer.status}`);
		},
	};
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescapeXml = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => ENTITIES[name] ?? "");
