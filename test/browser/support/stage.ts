import type { Page } from "playwright-core";

interface PageSlot {
	style: { transform: string };
	clientHeight: number;
}
declare const document: {
	querySelector(selector: string): PageSlot | null;
	dispatchEvent(event: Event): void;
};

/** How far the clip on stage stands from its place, pixels; negative towards the next. */
export const stageOffset = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const slot = document.querySelector(".slot:not([inert])");
		const percent = /translate3d\(0px, (-?[\d.]+)%/.exec(slot?.style.transform ?? "")?.[1] ?? "NaN";
		return (Number(percent) / 100) * (slot?.clientHeight ?? 0);
	});

/** A finger put on the stage at a share of its height, and not taken off; with `to` it moves on at once, so that it holds nothing down. */
export async function holdStage(page: Page, share: number, to = share) {
	const box = await page.locator(".stage").boundingBox();
	if (!box) throw new Error("there is no stage to touch");
	const cdp = await page.context().newCDPSession(page);
	const point = (at: number) => ({ x: box.x + box.width * 0.4, y: box.y + box.height * at });
	const touch = (type: "touchStart" | "touchMove", where: number) =>
		cdp.send("Input.dispatchTouchEvent", { type, touchPoints: [point(where)] });
	await Promise.all([touch("touchStart", share), to === share ? undefined : touch("touchMove", to)]);
	let at = to;
	return {
		height: box.height,
		async move(next: number) {
			for (let step = 1; step <= 6; step++) await touch("touchMove", at + ((next - at) * step) / 6);
			at = next;
		},
		async release() {
			await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
			await cdp.detach();
		},
	};
}

/** Makes the page believe that another one lies over it, or no more. */
export const setHidden = (page: Page, hidden: boolean): Promise<void> =>
	page.evaluate((value) => {
		Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
		Object.defineProperty(document, "visibilityState", { configurable: true, get: () => (value ? "hidden" : "visible") });
		document.dispatchEvent(new Event("visibilitychange"));
	}, hidden);

export interface PageUsage {
	mediaSources: number;
	objectUrls: number;
	nodes: number;
	heapBytes: number;
}

/** What the page holds after its garbage was collected. */
export async function pageUsage(page: Page): Promise<PageUsage> {
	const cdp = await page.context().newCDPSession(page);
	await cdp.send("HeapProfiler.enable");
	for (let i = 0; i < 3; i++) await cdp.send("HeapProfiler.collectGarbage");
	const { objectId } = (await cdp.send("Runtime.evaluate", { expression: "MediaSource.prototype" })).result;
	if (!objectId) throw new Error("this browser has no media sources");
	const { objects } = await cdp.send("Runtime.queryObjects", { prototypeObjectId: objectId });
	const count = await cdp.send("Runtime.callFunctionOn", {
		objectId: objects.objectId ?? "",
		functionDeclaration: "function () { return this.length; }",
		returnByValue: true,
	});
	const counters = await cdp.send("Memory.getDOMCounters");
	const { usedSize } = await cdp.send("Runtime.getHeapUsage");
	const objectUrls = await page.evaluate("globalThis.openObjectUrls ?? 0");
	await cdp.detach();
	return { mediaSources: Number(count.result.value), objectUrls: Number(objectUrls), nodes: counters.nodes, heapBytes: usedSize };
}

/** Counts the page's object URLs from its first script on. */
export async function countObjectUrls(page: Page): Promise<void> {
	await page.addInitScript(`
		globalThis.openObjectUrls = 0;
		const { createObjectURL, revokeObjectURL } = URL;
		URL.createObjectURL = (of) => { openObjectUrls++; return createObjectURL.call(URL, of); };
		URL.revokeObjectURL = (url) => { openObjectUrls--; revokeObjectURL.call(URL, url); };
	`);
}
