import { describe, expect, it } from "vitest";
import { knownFiles } from "../../../db/schema/screening.ts";
import { newUser, services, servicesWith, testApp } from "../testing/fixtures.ts";

const fresh = () => [...crypto.getRandomValues(new Uint8Array(32))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const PATH = "/api/v1/videos/upload/check";

describe("POST /api/v1/videos/upload/check", () => {
	it("200: whether the file was removed here before, and nothing else", async () => {
		const [bad, good] = [fresh(), fresh()];
		await services.db.directory().insert(knownFiles).values({ sha256: bad, reason: "sexual_content", videoId: null });
		const call = testApp(await newUser());
		const answers = await Promise.all([bad, good].map(async (sha256) => (await call("POST", PATH, { sha256 })).json()));
		expect(answers).toEqual([{ known: true }, { known: false }]);
	});

	it("429: to who asks all the time", async () => {
		const limits = { ...services.limits, auth: { limit: async () => ({ success: false }) } };
		const answer = await testApp(await newUser(), servicesWith({}, { limits }))("POST", PATH, { sha256: fresh() });
		expect(answer.status).toBe(429);
	});
});
