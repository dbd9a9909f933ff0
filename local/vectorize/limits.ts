/** Limits of Cloudflare Vectorize, https://developers.cloudflare.com/vectorize/platform/limits/ */
export const TOP_K_MAX = 100;
/** With values or all metadata in the answer. */
export const TOP_K_MAX_WITH_VALUES = 20;
export const TOP_K_DEFAULT = 5;
export const UPSERT_BATCH_MAX = 1000;
export const GET_BY_IDS_MAX = 20;
export const ID_BYTES_MAX = 64;
export const METADATA_BYTES_MAX = 10 * 1024;
export const FILTER_BYTES_MAX = 2048;

/** A refusal as Vectorize words them: a name, a code, what was wrong. */
export function vectorError(kind: "QUERY" | "UPSERT" | "INSERT" | "GET" | "DELETE", code: number, message: string): Error {
	return new Error(`VECTOR_${kind}_ERROR (code = ${code}): ${message}`);
}

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** Throws for what Vectorize refuses to store. */
export function checkVectors(vectors: readonly VectorizeVector[], dimensions: number, kind: "UPSERT" | "INSERT"): void {
	if (vectors.length > UPSERT_BATCH_MAX)
		throw vectorError(kind, 40011, `at most ${UPSERT_BATCH_MAX} vectors at once, got ${vectors.length}`);
	for (const { id, values, metadata } of vectors) {
		if (id === "" || bytesOf(id) > ID_BYTES_MAX) throw vectorError(kind, 40008, `invalid id "${id}": 1 to ${ID_BYTES_MAX} bytes`);
		if (values.length !== dimensions)
			throw vectorError(kind, 40012, `invalid vector for id="${id}", expected ${dimensions} dimensions, and got ${values.length}`);
		if (!Array.from(values).every(Number.isFinite)) throw vectorError(kind, 40012, `invalid vector for id="${id}": not all are numbers`);
		if (metadata && bytesOf(JSON.stringify(metadata)) > METADATA_BYTES_MAX)
			throw vectorError(kind, 40013, `metadata of id="${id}" is larger than ${METADATA_BYTES_MAX} bytes`);
	}
}

/** The number of matches to return; throws for more than Vectorize gives. */
export function checkTopK(options: VectorizeQueryOptions): number {
	const topK = options.topK ?? TOP_K_DEFAULT;
	if (!Number.isInteger(topK) || topK < 1) throw vectorError("QUERY", 40025, `topK must be a positive integer, got ${topK}`);
	const isHeavy = options.returnValues === true || options.returnMetadata === true || options.returnMetadata === "all";
	const limit = isHeavy ? TOP_K_MAX_WITH_VALUES : TOP_K_MAX;
	if (topK > limit) {
		const reason = isHeavy ? " when returning values or all metadata" : "";
		throw vectorError("QUERY", 40025, `topK cannot be greater than ${limit}${reason}, got ${topK}`);
	}
	if (options.filter && bytesOf(JSON.stringify(options.filter)) >= FILTER_BYTES_MAX)
		throw vectorError("QUERY", 40026, `the filter must be smaller than ${FILTER_BYTES_MAX} bytes`);
	return topK;
}
