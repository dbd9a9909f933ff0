import { neon, neonConfig } from "@neondatabase/serverless";
import { AwsClient } from "aws4fetch";
import { LOCAL_S3_PATH } from "../../../local/supervisor/worker.ts";
import type { Stack } from "../../support/stack.ts";

/** What is really stored, read past the product. */
export interface Truth {
	/** Keys of all objects of a video: uploaded parts and renditions. */
	objects(videoId: string): Promise<string[]>;
	/** How many vectors the index holds of it. */
	vectors(videoId: string): Promise<number>;
	rows<Row>(query: string, params?: unknown[]): Promise<Row[]>;
	/** A presigned address to PUT an object to, as the product makes them, that lives so many seconds. */
	putAddress(key: string, seconds: number): Promise<string>;
}

const CONNECTION = "postgresql://reelay:local@database.local/reelay";

export function truthOf(stack: Stack): Truth {
	// The keys that `wrangler.toml` gives the local bucket.
	const s3 = new AwsClient({ accessKeyId: "reelay-local", secretAccessKey: "reelay-local-secret", service: "s3", region: "auto" });
	const list = async (prefix: string): Promise<string[]> => {
		const response = await s3.fetch(`${stack.url}${LOCAL_S3_PATH}/reelay-media?list-type=2&prefix=${encodeURIComponent(prefix)}`);
		if (!response.ok) throw new Error(`listing answered ${response.status}: ${await response.text()}`);
		return [...(await response.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map((match) => match[1] ?? "");
	};
	const rows = async <Row>(query: string, params: unknown[] = []): Promise<Row[]> => {
		neonConfig.fetchEndpoint = stack.database.endpoint;
		return (await neon(CONNECTION).query(query, params)) as Row[];
	};
	return {
		rows,
		objects: async (videoId) => [...(await list(`originals/${videoId}/`)), ...(await list(`videos/${videoId}/`))],
		async putAddress(key, seconds) {
			const signed = await s3.sign(`${stack.url}${LOCAL_S3_PATH}/reelay-media/${key}?X-Amz-Expires=${seconds}`, {
				method: "PUT",
				aws: { signQuery: true },
			});
			return signed.url;
		},
		async vectors(videoId) {
			const [found] = await rows<{ count: number }>(
				"SELECT count(*)::int AS count FROM vectorize.reelay_videos WHERE split_part(id, '@', 1) = $1",
				[videoId],
			);
			return found?.count ?? 0;
		},
	};
}
