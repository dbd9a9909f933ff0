import { neon, neonConfig } from "@neondatabase/serverless";
import { AwsClient, AwsV4Signer } from "aws4fetch";
import { ingestKeys, mediaKeys } from "../../../contracts/media.ts";
import { ROOT } from "../../../local/supervisor/installed.mjs";
import { LOCAL_S3_PATH } from "../../../local/supervisor/worker.ts";
import { type BucketFacts, readWranglerFacts } from "../../../local/supervisor/wrangler-facts.ts";
import type { Stack } from "../../support/stack.ts";

/** What is really stored, read past the product. */
export interface Truth {
	/** Keys of all objects of a video: uploaded parts and renditions. */
	objects(videoId: string): Promise<string[]>;
	/** How many vectors the index holds of it. */
	vectors(videoId: string): Promise<number>;
	rows<Row>(query: string, params?: unknown[]): Promise<Row[]>;
	/** The address of a part, as the product makes them, but alive for that many seconds only. */
	partAddress(address: string, bytes: number, seconds: number): Promise<string>;
}

const CONNECTION = "postgresql://reelay:local@database.local/reelay";

export function truthOf(stack: Stack): Truth {
	const list = async ({ bucket, accessKeyId, secretAccessKey }: BucketFacts, prefix: string): Promise<string[]> => {
		const s3 = new AwsClient({ accessKeyId, secretAccessKey, service: "s3", region: "auto" });
		const response = await s3.fetch(`${stack.url}${LOCAL_S3_PATH}/${bucket}?list-type=2&prefix=${encodeURIComponent(prefix)}`);
		if (!response.ok) throw new Error(`listing answered ${response.status}: ${await response.text()}`);
		return [...(await response.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map((match) => match[1] ?? "");
	};
	const rows = async <Row>(query: string, params: unknown[] = []): Promise<Row[]> => {
		neonConfig.fetchEndpoint = stack.database.endpoint;
		return (await neon(CONNECTION).query(query, params)) as Row[];
	};
	return {
		rows,
		async objects(videoId) {
			const { buckets } = await readWranglerFacts(ROOT);
			return [...(await list(buckets.INGEST, ingestKeys.video(videoId))), ...(await list(buckets.MEDIA, mediaKeys.video(videoId)))];
		},
		async partAddress(address, bytes, seconds) {
			const { accessKeyId, secretAccessKey } = (await readWranglerFacts(ROOT)).buckets.INGEST;
			const url = new URL(address);
			url.search = `X-Amz-Expires=${seconds}`;
			const signer = new AwsV4Signer({
				method: "PUT",
				url: url.href,
				headers: { "content-length": String(bytes) },
				service: "s3",
				region: "auto",
				accessKeyId,
				secretAccessKey,
				signQuery: true,
				allHeaders: true,
			});
			return (await signer.sign()).url.href;
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
