/** Milliseconds since this day are the upper 41 bits: 2024-01-01T00:00:00Z. */
export const SNOWFLAKE_EPOCH = 1_704_067_200_000;
const NODE_BITS = 10n;
const SEQUENCE_BITS = 12n;
/** What is below the milliseconds, bits. */
export const SNOWFLAKE_LOW_BITS = Number(NODE_BITS + SEQUENCE_BITS);
const SEQUENCE_MASK = (1n << SEQUENCE_BITS) - 1n;

/**
 * Makes ids that sort by time: 41 bits of milliseconds, 10 of node, 12 of sequence (the layout Twitter published in 2010).
 * The node is random per isolate, and the sequence starts at random in each millisecond, so that two isolates that drew
 * the same node still almost never meet; the primary key catches the rest.
 */
export function snowflakes(clock: () => number = Date.now, random: () => number = Math.random): () => string {
	let node: bigint | null = null;
	let last = -1;
	let sequence = 0n;
	return () => {
		// Drawn at the first use: a Worker may not draw random numbers while its modules load.
		node ??= BigInt(Math.floor(random() * 1024));
		let now = clock();
		if (now < last) now = last;
		if (now === last) {
			sequence = (sequence + 1n) & SEQUENCE_MASK;
			if (sequence === 0n) now = last + 1;
		} else {
			sequence = BigInt(Math.floor(random() * 1024));
		}
		last = now;
		return String((BigInt(now - SNOWFLAKE_EPOCH) << (NODE_BITS + SEQUENCE_BITS)) | (node << SEQUENCE_BITS) | sequence);
	};
}

/** When a Snowflake was made, milliseconds since 1970. */
export const snowflakeTime = (id: string): number => Number(BigInt(id) >> (NODE_BITS + SEQUENCE_BITS)) + SNOWFLAKE_EPOCH;

/** Where a moment stands among Snowflakes. @param milliseconds since 1970 @param id tells apart what happened in the same one */
export const idAt = (milliseconds: number, id: string): string =>
	String(
		(BigInt(milliseconds - SNOWFLAKE_EPOCH) << (NODE_BITS + SEQUENCE_BITS)) | (BigInt(id) & ((1n << (NODE_BITS + SEQUENCE_BITS)) - 1n)),
	);
