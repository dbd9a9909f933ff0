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
				const isText = element.closest("p, .comment__who, .caption__text") !== null;
				if (width === 0 || isText || (Math.max(width, w) >= size && Math.max(height, h) >= size)) continue;
				small.push(`${element.getAttribute("aria-label") ?? element.textContent} ${Math.round(width)}×${Math.round(height)}`);
			}
			return small;
		},
		[within, least] as const,
	);

/**
 * Contrast of letters against what surrounds them (WCAG 2.2, 1.4.3), their shadows included: of the pixels that touch a letter, a quarter
 * has less than what is told.
 */
export async function contrastOver(page: Page, selector: string): Promise<{ text: string; contrast: number }[]> {
	const texts = await page.evaluate((wanted) => {
		return [...document.querySelectorAll(wanted)].map((element) => {
			const range = document.createRange();
			range.selectNodeContents(element);
			const { left, top, width, height } = range.getBoundingClientRect();
			return { text: element.textContent ?? "", color: getComputedStyle(element).color, box: { left, top, width, height } };
		});
	}, selector);
	const shoot = async () => (await page.screenshot({ scale: "css", animations: "disabled" })).toString("base64");
	const written = await shoot();
	await page.evaluate((wanted) => {
		// Their shadows stay.
		for (const element of document.querySelectorAll(`:is(${wanted}), :is(${wanted}) *`))
			(element as unknown as { style: { webkitTextFillColor: string } }).style.webkitTextFillColor = "transparent";
	}, selector);
	const unwritten = await shoot();
	return page.evaluate(
		async ([shots, wanted]) => {
			const [shown, under] = await Promise.all(
				shots.map(async (shot) => {
					const bytes = Uint8Array.from(atob(shot), (character) => character.charCodeAt(0));
					const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
					const canvas = document.createElement("canvas");
					canvas.width = bitmap.width;
					canvas.height = bitmap.height;
					const context = canvas.getContext("2d");
					context.drawImage(bitmap, 0, 0);
					return context;
				}),
			);
			const linear = (value: number) => (value <= 10.31 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
			const luminance = ([r = 0, g = 0, b = 0]: number[]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
			return wanted.map(({ text, color, box }) => {
				const [r = 0, g = 0, b = 0, alpha = 1] = color.match(/[\d.]+/g)?.map(Number) ?? [];
				const [width, height] = [Math.max(1, Math.ceil(box.width)), Math.max(1, Math.ceil(box.height))];
				const letters = shown?.getImageData(box.left, box.top, width, height).data ?? new Uint8ClampedArray();
				const beneath = under?.getImageData(box.left, box.top, width, height).data ?? new Uint8ClampedArray();
				const isLetter = (x: number, y: number) => {
					if (x < 0 || y < 0 || x >= width || y >= height) return false;
					const at = (y * width + x) * 4;
					return [0, 1, 2].reduce((sum, i) => sum + Math.abs((letters[at + i] ?? 0) - (beneath[at + i] ?? 0)), 0) > 120;
				};
				const contrasts: number[] = [];
				for (let y = 0; y < height; y++) {
					for (let x = 0; x < width; x++) {
						if (![0, -1, 1].some((dx) => [0, -1, 1].some((dy) => isLetter(x + dx, y + dy)))) continue;
						const at = (y * width + x) * 4;
						const ground = [...beneath.slice(at, at + 3)];
						const over = [r, g, b].map((value, i) => value * alpha + (ground[i] ?? 0) * (1 - alpha));
						const [high = 0, low = 0] = [luminance(over), luminance(ground)].sort((one, other) => other - one);
						contrasts.push((high + 0.05) / (low + 0.05));
					}
				}
				contrasts.sort((one, other) => one - other);
				return { text, contrast: Math.round((contrasts[Math.floor(contrasts.length / 4)] ?? 0) * 100) / 100 };
			});
		},
		[[written, unwritten], texts] as const,
	);
}
