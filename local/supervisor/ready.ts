/** Waits until the address answers 2xx. Throws after `timeout` milliseconds, or when `signal` aborts. */
export async function untilReady(url: string, options: { timeout: number; signal?: AbortSignal }): Promise<void> {
	const deadline = Date.now() + options.timeout;
	let last = "no answer";
	while (Date.now() < deadline) {
		options.signal?.throwIfAborted();
		try {
			const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
			await response.body?.cancel();
			if (response.ok) return;
			last = `status ${response.status}`;
		} catch (error) {
			last = error instanceof Error ? String(error.cause ?? error.message) : String(error);
		}
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`${url} did not get ready in ${Math.round(options.timeout / 1000)} s (${last}).`);
}
