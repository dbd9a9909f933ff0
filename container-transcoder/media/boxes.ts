import type { Readable } from "node:stream";

/** ISO/IEC 14496-12 boxes, as far as fragments need to be cut, numbered and measured. */

const CONTAINERS: ReadonlySet<string> = new Set(["moov", "trak", "mdia", "minf", "stbl", "moof", "traf", "mvex"]);

export interface Box {
	readonly type: string;
	/** Offset of the box in the buffer, and of its content. */
	readonly start: number;
	readonly body: number;
	readonly end: number;
}

/** All boxes in a buffer of whole boxes, depth first, containers before their content. */
export function* walkBoxes(buffer: Buffer, start = 0, end = buffer.length): Generator<Box> {
	for (let at = start; at + 8 <= end; ) {
		const size = buffer.readUInt32BE(at);
		const type = buffer.toString("latin1", at + 4, at + 8);
		if (size < 8 || at + size > end) throw new Error(`A ${type} box of ${size} bytes does not fit.`);
		const box = { type, start: at, body: at + 8, end: at + size };
		yield box;
		if (CONTAINERS.has(type)) yield* walkBoxes(buffer, box.body, box.end);
		at += size;
	}
}

/** Cuts a stream of top-level boxes: first the init segment (`ftyp` + `moov`), then one buffer per `moof` + `mdat`. */
export async function* splitFragments(stream: Readable): AsyncGenerator<Buffer> {
	let pending: Buffer[] = [];
	for await (const box of topLevelBoxes(stream)) {
		const type = box.toString("latin1", 4, 8);
		pending.push(box);
		if (type === "moov" || type === "mdat") {
			yield Buffer.concat(pending);
			pending = [];
		}
	}
	// What is left over is no whole fragment: the encoder was cut off, and its end tells why.
}

async function* topLevelBoxes(stream: Readable): AsyncGenerator<Buffer> {
	let held: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream as AsyncIterable<Buffer>) {
		held.push(chunk);
		size += chunk.length;
		while (size >= 8) {
			const head = held[0] && held[0].length >= 8 ? held[0] : Buffer.concat(held);
			const wanted = head.readUInt32BE(0);
			if (wanted < 8) throw new Error(`The encoder wrote a box of ${wanted} bytes.`);
			if (size < wanted) break;
			const all = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
			yield all.subarray(0, wanted);
			const rest = all.subarray(wanted);
			held = rest.length > 0 ? [rest] : [];
			size = rest.length;
		}
	}
}
