import type { Page } from "playwright-core";

/** What these look at of a page's own globals, which Node's types don't know. */
interface Box {
	left: number;
	top: number;
	right: number;
	width: number;
	height: number;
}
interface PageElement {
	getBoundingClientRect(): Box;
	getAttribute(name: string): string | null;
	closest(selector: string): PageElement | null;
	className: unknown;
	tagName: string;
	textContent: string | null;
}
declare const document: {
	querySelectorAll(selector: string): Iterable<PageElement>;
	documentElement: { scrollWidth: number };
	createRange(): { selectNodeContents(element: PageElement): void; getBoundingClientRect(): Box };
	createElement(name: "canvas"): {
		width: number;
		height: number;
		getContext(kind: "2d"): {
			drawImage(image: unknown, x: number, y: number): void;
			getImageData(x: number, y: number, width: number, height: number): { data: Uint8ClampedArray };
		};
	};
};
declare const innerWidth: number;
declare const getComputedStyle: (
	element: PageElement,
	pseudo?: string,
) => { color: string; width: string; height: string; content: string };
declare const createImageBitmap: (blob: Blob) => Promise<{ width: number; height: number }>;

/** Elements that reach past the sides of the screen, and how far the page can be moved sideways, pixels. */
export const overflowing = (page: Page, selector: string): Promise<string[]> =>
	page.evaluate((wanted) => {
		const over = document.documentElement.scrollWidth - innerWidth;
		const out = [...document.querySelectorAll(wanted)].filter((element) => {
			const { left, right, width } = element.getBoundingClientRect();
			return width > 0 && (left < -1 || right > innerWidth + 1);
		});
		return [...(over > 0 ? [`the page by ${over}`] : []), ...out.map(({ tagName, className }) => `${tagName}.${String(className)}`)];
	}, selector);

/** Controls smaller than `least` pixels either way, with what is added around them for the finger. */
export const smallControls = (page: Page, within: string, least: number): Promise<string[]> =>
	page.evaluate(
		([root, size]) => {
			const small: string[] = [];
			for (const element of document.querySelectorAll(`${root} :is(button, a, input):not(.visually-hidden)`)) {
				const { width, height } = element.getBoundingClientRect();
				const around = getComputedStyle(element, "::after");
				const [w, h] = around.content === "none" ? [0, 0] : [Number.parseFloat(around.width) || 0, Number.parseFloat(around.height) || 0];
				const isText = element.closest("p, .comment__who") !== null;
				if (width === 0 || isText || (Math.max(width, w) >= size && Math.max(height, h) >= size)) continue;
				small.push(`${element.getAttribute("aria-label") ?? element.textContent} ${Math.round(width)}×${Math.round(height)}`);
			}
			return small;
		},
		[within, least] as const,
	);

/** Contrast of text against what lies under it just now (WCAG 2.2, 1.4.3), the worst place of each element counted. */
export async function contrastOver(page: Page, selector: string): Promise<{ text: string; contrast: number }[]> {
	const texts = await page.evaluate((wanted) => {
		return [...document.querySelectorAll(wanted)].map((element) => {
			const range = document.createRange();
			range.selectNodeContents(element);
			const { left, top, width, height } = range.getBoundingClientRect();
			return { text: element.textContent ?? "", color: getComputedStyle(element).color, box: { left, top, width, height } };
		});
	}, selector);
	await page.evaluate((wanted) => {
		for (const element of document.querySelectorAll(wanted))
			(element as unknown as { style: { visibility: string } }).style.visibility = "hidden";
	}, selector);
	const picture = (await page.screenshot({ scale: "css" })).toString("base64");
	return page.evaluate(
		async ([shot, wanted]) => {
			const bytes = Uint8Array.from(atob(shot), (character) => character.charCodeAt(0));
			const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
			const canvas = document.createElement("canvas");
			canvas.width = bitmap.width;
			canvas.height = bitmap.height;
			const context = canvas.getContext("2d");
			context.drawImage(bitmap, 0, 0);
			const linear = (value: number) => (value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
			const luminance = ([r = 0, g = 0, b = 0]: number[]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
			return wanted.map(({ text, color, box }) => {
				const [r = 0, g = 0, b = 0, alpha = 1] = color.match(/[\d.]+/g)?.map(Number) ?? [];
				const { data } = context.getImageData(box.left, box.top, Math.max(1, box.width), Math.max(1, box.height));
				let worst = 21;
				for (let at = 0; at < data.length; at += 4) {
					const under = [...data.slice(at, at + 3)];
					const over = [r, g, b].map((value, i) => value * alpha + (under[i] ?? 0) * (1 - alpha));
					const [high, low] = [luminance(over), luminance(under)].sort((x, y) => y - x) as [number, number];
					worst = Math.min(worst, (high + 0.05) / (low + 0.05));
				}
				return { text, contrast: Math.round(worst * 100) / 100 };
			});
		},
		[picture, texts] as const,
	);
}
