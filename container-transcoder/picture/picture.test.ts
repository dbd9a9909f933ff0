import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PICTURE_MAX_BYTES } from "../../contracts/limits.ts";
import { PICTURE_MAX_PIXELS } from "../../contracts/pictures.ts";
import { type Service, startService } from "../service/service.ts";
import { startBucket, type TestBucket } from "../testing/bucket.ts";
import { askService, testConfig } from "../testing/service.ts";

let root: string;
let bucket: TestBucket;
let service: Service;
beforeAll(async () => {
	root = await mkdtemp(join(tmpdir(), "reelay-pictures-"));
	bucket = await startBucket();
	service = await startService(testConfig(bucket, root), { log: () => undefined, embedder: null });
});
afterAll(async () => {
	await service.close();
	await bucket.close();
	await rm(root, { recursive: true, force: true });
});

const send = (body: Uint8Array, query = "fit=cover&width=64&height=64") => askService(`${service.url}/pictures?${query}`, "POST", body);
const remade = async (body: Uint8Array, query?: string) => {
	const answer = await send(body, query);
	expect(answer.status, await answer.clone().text()).toBe(200);
	expect(answer.headers.get("content-type")).toBe("image/webp");
	const picture = Buffer.from(await answer.arrayBuffer());
	return { picture, metadata: await sharp(picture).metadata(), headers: answer.headers };
};
const refused = async (body: Uint8Array) => {
	const answer = await send(body);
	return [answer.status, ((await answer.json()) as { code: string; message: string }).code];
};

/** Left half red, right half blue. */
const halves = (width = 80, height = 40) =>
	sharp({ create: { width, height, channels: 3, background: "#ff0000" } }).composite([
		{ input: { create: { width: width / 2, height, channels: 3, background: "#0000ff" } }, left: width / 2, top: 0 },
	]);

describe("a picture drawn anew", () => {
	test.each(["jpeg", "png", "webp", "gif", "avif"] as const)("is WebP, whatever it was: %s", async (format) => {
		const { metadata, headers } = await remade(await halves().toFormat(format).toBuffer());
		expect([metadata.format, metadata.width, metadata.height]).toEqual(["webp", 64, 64]);
		expect([headers.get("x-picture-width"), headers.get("x-picture-height")]).toEqual(["64", "64"]);
		expect(decodeURIComponent(headers.get("x-picture-blurhash") ?? "").length).toBeGreaterThan(5);
	});

	test("says nothing of where, when and by what it was taken", async () => {
		const taken = await halves()
			.withExif({ IFD0: { Make: "Camera", Copyright: "Somebody" }, IFD3: { GPSLatitude: "48/1 51/1 24/1", GPSLatitudeRef: "N" } })
			.withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>')
			.withIccProfile("p3")
			.jpeg()
			.toBuffer();
		expect((await sharp(taken).metadata()).exif).toBeDefined();
		const { metadata, picture } = await remade(taken);
		expect([metadata.exif, metadata.xmp, metadata.icc, metadata.iptc]).toEqual([undefined, undefined, undefined, undefined]);
		expect(picture.includes("Camera")).toBe(false);
	});

	test("stands upright, as the camera said", async () => {
		const turned = await halves().withMetadata({ orientation: 6 }).jpeg({ quality: 100 }).toBuffer();
		const { metadata, picture } = await remade(turned, "fit=inside&width=512&height=512");
		expect([metadata.width, metadata.height, metadata.orientation]).toEqual([40, 80, undefined]);
		const { data } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
		// Turned a quarter clockwise, what was left is on top.
		expect(data[0]).toBeGreaterThan(200);
		expect(data[data.length - 1]).toBeGreaterThan(200);
	});

	test("fits inside without being enlarged, and fills what it is to cover", async () => {
		const picture = await halves().png().toBuffer();
		expect((await remade(picture, "fit=inside&width=2048&height=2048")).metadata).toMatchObject({ width: 80, height: 40 });
		expect((await remade(picture, "fit=inside&width=32&height=32")).metadata).toMatchObject({ width: 32, height: 16 });
		expect((await remade(picture, "fit=cover&width=256&height=256")).metadata).toMatchObject({ width: 256, height: 256 });
	});

	test("has one page and no holes, though it moved and was transparent", async () => {
		const { metadata } = await remade(
			await sharp({ create: { width: 32, height: 32, channels: 4, background: "#0000" } })
				.png()
				.toBuffer(),
		);
		expect([metadata.pages ?? 1, metadata.hasAlpha]).toEqual([1, false]);
	});
});

/** A PNG that says of itself what it likes. */
function pngOf(width: number, height: number): Buffer {
	const table = Array.from({ length: 256 }, (_, n) => {
		let c = n;
		for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
		return c >>> 0;
	});
	const crc = (bytes: Buffer) => bytes.reduce((c, byte) => ((table[(c ^ byte) & 255] ?? 0) ^ (c >>> 8)) >>> 0, 0xffffffff) ^ 0xffffffff;
	const chunk = (type: string, data: Buffer) => {
		const body = Buffer.concat([Buffer.from(type), data]);
		const out = Buffer.alloc(8 + body.length);
		out.writeUInt32BE(data.length, 0);
		body.copy(out, 4);
		out.writeUInt32BE(crc(body) >>> 0, 4 + body.length);
		return out;
	};
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 0, 0, 0, 0], 8);
	const data = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 4_000_000)));
	return Buffer.concat([
		Buffer.from("89504e470d0a1a0a", "hex"),
		chunk("IHDR", header),
		chunk("IDAT", data),
		chunk("IEND", Buffer.alloc(0)),
	]);
}

describe("what is refused in words", () => {
	test.each([
		["text", Buffer.from("hello, I am no picture")],
		["nothing", Buffer.alloc(0)],
		["a script named .jpg", Buffer.from("<html><script>alert(1)</script></html>")],
		[
			"SVG, which could load what it likes",
			Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
		],
		["PDF", Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj")],
		["a video", Buffer.concat([Buffer.from([0, 0, 0, 32]), Buffer.from("ftypisom0000isomiso2avc1mp41")])],
	])("%s is no picture", async (_, file) => {
		expect(await refused(file)).toEqual([422, "not_a_picture"]);
	});

	test("one cut off in its middle is damaged", async () => {
		const whole = await sharp({
			create: { width: 600, height: 600, channels: 3, background: "#123456", noise: { type: "gaussian", mean: 128, sigma: 40 } },
		})
			.jpeg()
			.toBuffer();
		expect(await refused(whole.subarray(0, whole.length / 2))).toEqual([422, "damaged"]);
		expect(await refused(Buffer.concat([whole.subarray(0, 3), Buffer.alloc(2_000, 7)]))).toEqual([422, "damaged"]);
	});

	test("a bomb, small as a file and huge as a picture, is refused before it is decoded", async () => {
		const bomb = pngOf(30_000, 30_000);
		expect(bomb.length).toBeLessThan(100_000);
		expect(await refused(bomb)).toEqual([422, "too_many_pixels"]);
		expect(30_000 * 30_000).toBeGreaterThan(PICTURE_MAX_PIXELS);
	});

	test("one of a few pixels is too small, and a file too large is not read on", async () => {
		expect(await refused(pngOf(4, 4))).toEqual([422, "too_small"]);
		expect(await refused(new Uint8Array(PICTURE_MAX_BYTES + 1))).toEqual([422, "too_large"]);
	});

	test("every refusal is a sentence", async () => {
		const { message } = (await (await send(Buffer.from("no"))).json()) as { message: string };
		expect(message).toBe("This file isn't a picture we can read. Choose a JPEG, PNG, WebP, GIF or AVIF.");
	});
});

test("says what it can't make", async () => {
	const picture = await halves().png().toBuffer();
	expect((await send(picture, "fit=stretch&width=10&height=99999")).status).toBe(400);
});

test("many at once are drawn two by two, each right", async () => {
	const picture = await halves().png().toBuffer();
	const sizes = [20, 30, 40, 50, 60];
	const made = await Promise.all(sizes.map((size) => remade(picture, `fit=cover&width=${size}&height=${size}`)));
	expect(made.map(({ metadata }) => metadata.width)).toEqual(sizes);
});
