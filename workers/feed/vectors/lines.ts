import { VectorLine } from "../../../contracts/archive.ts";
import { VECTOR_DIMENSIONS } from "../../../contracts/limits.ts";
import { fromBase64 } from "../../../recommender/vectors.ts";

/** Lines of a gzip text, one after the other: the whole is never held. @throws when it is no gzip, or cut off */
export async function* gunzipLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
	const text = body.pipeThrough(new DecompressionStream("gzip")).pipeThrough(new TextDecoderStream());
	let rest = "";
	for await (const chunk of text) {
		const lines = (rest + chunk).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) if (line !== "") yield line;
	}
	if (rest !== "") yield rest;
}

/** What a line says; null when it is no vector of ours. */
export function parseVectorLine(line: string): VectorLine | null {
	try {
		const parsed = VectorLine.safeParse(JSON.parse(line));
		if (!parsed.success) return null;
		return fromBase64(parsed.data.vector).length === VECTOR_DIMENSIONS && /^\d{1,19}$/.test(parsed.data.videoId) ? parsed.data : null;
	} catch {
		return null;
	}
}
