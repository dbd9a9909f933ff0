import { describe, expect, it, vi } from "vitest";
import { ApiError } from "../api/problem.ts";
import type { ProcessingStatus, Upload } from "../api/videos.ts";
import type { Details, UploadArchive, UploadRecord } from "./archive.ts";
import { PutError } from "./partTransfer.ts";
import type { ProcessingWatcher } from "./processing.ts";
import { type UploadApi, UploadTask } from "./uploadTask.ts";

const DETAILS: Details = {
	title: "Tea",
	description: "",
	hashtags: ["tea"],
	visibility: "public",
	alt: "",
	allowReposts: true,
	allowDownload: false,
};
const file = new File(["aaaabb"], "tea.mp4", { lastModified: 5 });
const record = (more: Partial<UploadRecord> = {}): UploadRecord => ({
	key: "k",
	videoId: null,
	name: "tea.mp4",
	size: 6,
	lastModified: 5,
	durationMs: 3000,
	file,
	draft: "k",
	details: DETAILS,
	posted: false,
	completed: false,
	...more,
});
const UPLOAD: Upload = {
	videoId: "9",
	chunkSize: 4,
	uploadUrl: "/1",
	parts: [1, 2].map((partNumber) => ({ partNumber, url: `/${partNumber}` })),
	arrived: [],
	expiresAt: "2030-01-01T00:00:00Z",
};
const status = (value: ProcessingStatus["status"], more: Partial<ProcessingStatus> = {}): ProcessingStatus => ({
	videoId: "9",
	status: value,
	progress: 10,
	stage: "encoding",
	urls: {},
	manifest: null,
	thumbnail: null,
	estimatedSecondsLeft: null,
	...more,
});

const setUp = (first: UploadRecord = record(), more: Partial<UploadApi> = {}) => {
	const kept = new Map<string, UploadRecord>();
	const archive: UploadArchive = {
		all: async () => [...kept.values()],
		keep: async (value) => void kept.set(value.key, value),
		forget: async (key) => void kept.delete(key),
	};
	const watchers: ProcessingWatcher[] = [];
	const put = vi.fn(async () => "etag");
	const api = {
		isKnown: vi.fn(async () => false),
		initUpload: vi.fn(async () => UPLOAD),
		getUpload: vi.fn(async () => UPLOAD),
		completeUpload: vi.fn(async () => ({ videoId: "9" })),
		abortUpload: vi.fn(async () => undefined),
		followProcessing: (_id: string, watcher: ProcessingWatcher) => {
			watchers.push(watcher);
			return () => undefined;
		},
		ports: () => ({ put, refresh: async () => UPLOAD, sleep: async () => undefined, connected: async () => undefined }),
		...more,
	} satisfies UploadApi;
	return { task: new UploadTask(first, api, archive), api, kept, watchers, put };
};

describe("UploadTask", () => {
	it("sends nothing of a file that was removed here before", async () => {
		const { task, api, put } = setUp(record(), { isKnown: async () => true });
		await task.start();
		expect(task.state.value).toMatchObject({ name: "failed", again: false });
		expect(api.initUpload).not.toHaveBeenCalled();
		expect(put).not.toHaveBeenCalled();
	});

	it("uploads at once, and posts when the words are there", async () => {
		const { task, api } = setUp();
		await task.start();
		expect(task.state.value.name).toBe("uploaded");
		expect(task.sent.value).toBe(1);
		await task.post(DETAILS);
		expect(api.completeUpload).toHaveBeenCalledWith("9", {
			...DETAILS,
			parts: [1, 2].map((partNumber) => ({ partNumber, etag: "etag" })),
		});
		expect(task.state.value.name).toBe("processing");
	});
	it("posts as soon as the bytes are there when the words came first", async () => {
		const { task, api } = setUp();
		const done = task.start();
		await task.post(DETAILS);
		await done;
		expect(api.completeUpload).toHaveBeenCalledTimes(1);
	});
	it("remembers the server's id before the first byte, so that a closed tab can go on", async () => {
		const { task, kept } = setUp();
		await task.start();
		expect(kept.get("k")).toMatchObject({ videoId: "9", file });
	});
	it("goes on where a closed tab left off", async () => {
		const { task, api, put } = setUp(record({ videoId: "9", posted: true }), {
			getUpload: async () => ({ ...UPLOAD, parts: UPLOAD.parts.slice(1), arrived: [{ partNumber: 1, bytes: 4, etag: "e1" }] }),
		});
		expect(task.state.value.name).toBe("paused");
		await task.start();
		expect(api.initUpload).not.toHaveBeenCalled();
		expect(put).toHaveBeenCalledTimes(1);
		expect(task.state.value.name).toBe("processing");
	});
	it("asks for the file again when the browser could not keep it, and takes no other", async () => {
		const { task } = setUp(record({ file: null, videoId: "9" }));
		await task.start();
		expect(task.state.value.name).toBe("needsFile");
		expect(task.provideFile(new File(["zz"], "tea.mp4"))).toBe(false);
		expect(task.provideFile(file)).toBe(true);
		await vi.waitFor(() => expect(task.state.value.name).toBe("uploaded"));
	});
	it("pauses without a fault, and goes on", async () => {
		const { task } = setUp(record(), {
			ports: () => ({
				put: (_u, _b, signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
				refresh: async () => UPLOAD,
				sleep: async () => undefined,
				connected: async () => undefined,
			}),
		});
		const running = task.start();
		await vi.waitFor(() => expect(task.parts.value.length).toBe(2));
		task.pause();
		await running;
		expect(task.state.value).toEqual({ name: "paused" });
	});
	it("says of a paused upload only what was acknowledged, and goes on from there", async () => {
		let finish: ((etag: string) => void) | undefined;
		const { task } = setUp(record(), {
			ports: () => ({
				put: (url, _bytes, signal, onSent) => {
					if (url === "/1") return Promise.resolve("etag");
					onSent(1);
					return new Promise((resolve, reject) => {
						finish = resolve;
						signal.addEventListener("abort", () => reject(signal.reason));
					});
				},
				refresh: async () => UPLOAD,
				sleep: async () => undefined,
				connected: async () => undefined,
			}),
			getUpload: async () => ({ ...UPLOAD, parts: UPLOAD.parts.slice(1), arrived: [{ partNumber: 1, bytes: 4, etag: "e1" }] }),
		});
		const running = task.start();
		await vi.waitFor(() => expect(task.percent.value).toBe(83));
		task.pause();
		await running;
		expect(task.percent.value).toBe(66);
		const again = task.start();
		await vi.waitFor(() => expect(task.percent.value).toBe(83));
		finish?.("etag");
		await again;
		expect(task.percent.value).toBe(100);
	});
	it("is never paused at 100 %: sent is 99 until the store answers, and then there is nothing to pause", async () => {
		let answer: ((etag: string) => void) | undefined;
		const { task } = setUp(record({ size: 4 }), {
			initUpload: async () => ({ ...UPLOAD, parts: UPLOAD.parts.slice(0, 1) }),
			ports: () => ({
				put: (_url, bytes, signal, onSent) => {
					onSent(bytes.size);
					return new Promise((resolve, reject) => {
						answer = resolve;
						signal.addEventListener("abort", () => reject(signal.reason));
					});
				},
				refresh: async () => UPLOAD,
				sleep: async () => undefined,
				connected: async () => undefined,
			}),
		});
		task.record.value = { ...task.record.value, file: new File(["aaaa"], "tea.mp4") };
		const running = task.start();
		await vi.waitFor(() => expect(task.sent.value).toBe(1));
		expect(task.percent.value).toBe(99);
		answer?.("etag");
		await vi.waitFor(() => expect(task.percent.value).toBe(100));
		task.pause();
		await running;
		expect(task.state.value.name).toBe("uploaded");
	});
	it("finds after a closed tab that everything had arrived: it can be posted, without the file", async () => {
		const { task, api } = setUp(record({ file: null, videoId: "9" }), {
			getUpload: async () => ({
				...UPLOAD,
				parts: [],
				arrived: [1, 2].map((partNumber) => ({ partNumber, bytes: 4, etag: `e${partNumber}` })),
			}),
		});
		await task.recall();
		expect([task.state.value.name, task.percent.value]).toEqual(["uploaded", 100]);
		await task.post(DETAILS);
		expect(api.completeUpload).toHaveBeenCalledTimes(1);
	});
	it("says what the server said when it refuses, and offers no other try", async () => {
		const { task } = setUp(record(), {
			initUpload: async () => Promise.reject(new ApiError({ code: "file_too_large", status: 413, detail: "Too large." })),
		});
		await task.start();
		expect(task.state.value).toEqual({ name: "failed", message: "Too large.", again: false });
	});
	it("offers another try when the store gave up", async () => {
		const { task, put } = setUp();
		put.mockRejectedValue(new PutError(500));
		await task.start();
		expect(task.state.value).toMatchObject({ name: "failed", again: true });
		put.mockResolvedValue("etag");
		await task.start();
		expect(task.state.value.name).toBe("uploaded");
	});
	it("begins under a new key when the server swept the old upload", async () => {
		const { task, api, kept } = setUp(record({ videoId: "8" }), {
			getUpload: async () => Promise.reject(new ApiError({ code: "upload_expired", status: 410, detail: "Expired." })),
		});
		await task.start();
		await vi.waitFor(() => expect(kept.has("k")).toBe(false));
		await task.start();
		expect(api.initUpload).toHaveBeenCalledWith(expect.objectContaining({ videoId: expect.not.stringMatching(/^k$/) }));
	});
	it("ends up with the video, or with the reason why not", async () => {
		const up = setUp(record({ videoId: "9", completed: true, file: null }));
		await up.task.start();
		up.watchers[0]?.onStatus(status("processing"));
		expect(up.task.state.value.name).toBe("processing");
		up.watchers[0]?.onStatus(status("ready"));
		expect(up.task.state.value.name).toBe("ready");
		const down = setUp(record({ videoId: "9", completed: true, file: null }));
		await down.task.start();
		down.watchers[0]?.onStatus(status("failed", { failure: { code: "truncated", message: "It ends in the middle." } }));
		expect(down.task.state.value).toEqual({ name: "failed", message: "It ends in the middle.", again: false });
	});
	it("forgets everything when it is given up", async () => {
		const { task, api, kept } = setUp();
		await task.start();
		await task.discard();
		expect(kept.size).toBe(0);
		expect(api.abortUpload).toHaveBeenCalledWith("9");
	});
	it("knows after a closed tab what arrived, without sending anything", async () => {
		const { task, api } = setUp(record({ videoId: "9" }), {
			getUpload: async () => ({ ...UPLOAD, arrived: [{ partNumber: 1, bytes: 4, etag: "e" }] }),
		});
		await task.recall();
		expect(task.sent.value).toBeCloseTo(4 / 6);
		expect(task.state.value.name).toBe("paused");
		expect(api.initUpload).not.toHaveBeenCalled();
	});
});
