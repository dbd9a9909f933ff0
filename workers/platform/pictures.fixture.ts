import { vi } from "vitest";
import { PICTURE_TYPE, type PictureRefusal } from "../../contracts/pictures.ts";

export interface FakePictures {
	/** What the transcoder was asked to draw, as its query, and how many bytes it was given. */
	readonly asked: { readonly query: string; readonly bytes: number; readonly token: string | null }[];
	/** Answered next; a picture when it is empty. `down` refuses connections. */
	readonly next: (PictureRefusal | "busy" | "down" | "explicit")[];
}

/** Stands in for the transcoder's `POST /pictures` until `vi.restoreAllMocks()`: a picture's bytes are those it was given, said backwards. */
export function fakePictures(): FakePictures {
	const real = globalThis.fetch;
	const fake: FakePictures = { asked: [], next: [] };
	vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
		const request = new Request(input, init);
		const { pathname, search } = new URL(request.url);
		if (pathname !== "/pictures") return real(request);
		const file = new Uint8Array(await request.arrayBuffer());
		fake.asked.push({ query: search, bytes: file.length, token: request.headers.get("authorization") });
		const answer = fake.next.shift();
		if (answer === "down") throw new TypeError("connection refused");
		if (answer === "busy") return Response.json({ detail: "All places are taken." }, { status: 503 });
		const isExplicit = answer === "explicit";
		if (answer !== undefined && !isExplicit) return Response.json(answer, { status: 422 });
		const headers = {
			"content-type": PICTURE_TYPE,
			"x-picture-width": "512",
			"x-picture-height": "512",
			"x-picture-blurhash": encodeURIComponent("LEHV6nWB2yk8pyo0adR*.7kCMdnj"),
			"x-picture-explicit": isExplicit ? "0.97" : "0.02",
		};
		return new Response(file.reverse(), { headers });
	});
	return fake;
}
