/** Text as gzip bytes. R2 takes no stream of unknown length, so the whole is held: keep it to megabytes. */
export async function gzip(text: string): Promise<ArrayBuffer> {
	const compressed = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
	return new Response(compressed).arrayBuffer();
}
