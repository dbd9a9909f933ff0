import { writeFile } from "node:fs/promises";

/** Writes interleaved 16-bit stereo samples as a WAV file (RIFF, little endian). */
export async function writeWav(file: string, samples: Int16Array, rate: number): Promise<void> {
	const header = Buffer.alloc(44);
	const bytes = samples.length * 2;
	header.write("RIFF", 0, "latin1");
	header.writeUInt32LE(36 + bytes, 4);
	header.write("WAVEfmt ", 8, "latin1");
	header.writeUInt32LE(16, 16);
	header.writeUInt16LE(1, 20);
	header.writeUInt16LE(2, 22);
	header.writeUInt32LE(rate, 24);
	header.writeUInt32LE(rate * 4, 28);
	header.writeUInt16LE(4, 32);
	header.writeUInt16LE(16, 34);
	header.write("data", 36, "latin1");
	header.writeUInt32LE(bytes, 40);
	await writeFile(file, Buffer.concat([header, Buffer.from(samples.buffer, samples.byteOffset, bytes)]));
}
