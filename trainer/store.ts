import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { GetObjectCommand, paginateListObjectsV2, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";

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

/** A bucket by the S3 API. The client signs, repeats with back-off, and uploads what is large in parts. Throws on any other refusal. */
export function s3Store({ bucketUrl, accessKeyId, secretAccessKey }: S3Options): Store {
	const { endpoint, Bucket } = placeOf(bucketUrl);
	const client = new S3Client({
		endpoint,
		region: "auto",
		forcePathStyle: true,
		credentials: { accessKeyId, secretAccessKey },
		maxAttempts: 6,
		// R2 knows only some of the checksums that the client would add by itself.
		requestChecksumCalculation: "WHEN_REQUIRED",
		responseChecksumValidation: "WHEN_REQUIRED",
	});
	return {
		async list(Prefix) {
			const keys: string[] = [];
			for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket, Prefix })) {
				for (const { Key } of Contents) if (Key !== undefined) keys.push(Key);
			}
			return keys.sort();
		},
		async get(Key) {
			try {
				const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
				return (await Body?.transformToByteArray()) ?? new Uint8Array();
			} catch (error) {
				if (isAbsent(error)) return null;
				throw error;
			}
		},
		async put(Key, Body) {
			await new Upload({ client, params: { Bucket, Key, Body } }).done();
		},
	};
}

/** The bucket is the last element of its address; what stands before may have a path of its own, as a local store has. */
function placeOf(bucketUrl: string): { readonly endpoint: string; readonly Bucket: string } {
	const whole = bucketUrl.replace(/\/$/, "");
	const cut = whole.lastIndexOf("/");
	return { endpoint: whole.slice(0, cut), Bucket: whole.slice(cut + 1) };
}

/** No such object; a bucket that is not there is a fault. */
const isAbsent = (error: unknown): boolean =>
	error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404 && error.name !== "NoSuchBucket";
