import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { readWords } from "../../web/catalogue.ts";
import { LANGUAGES, type Language } from "../../web/src/language/languages.ts";
import { clientForTests } from "./support/client.ts";
import { directWith, GROUP } from "./support/fake-messages.ts";
import { overflowing } from "./support/look.ts";

const src = fileURLToPath(new URL("../../web/src", import.meta.url));
const words = globSync(`${src}/**/*.words.ts`).flatMap((file) => readWords(file, readFileSync(file, "utf8")));

/** Screens by their address; each says something of its own. */
const SCREENS = [
	"/",
	"/following",
	"/friends",
	"/explore",
	"/search",
	"/sounds",
	"/tag/nature",
	"/inbox",
	"/messages",
	`/messages/${directWith("100")}`,
	`/messages/${GROUP}`,
	"/join/ask1",
	"/upload",
	"/studio",
	"/@mina",
	"/@robin",
	"/@robin?tab=favourites",
	"/@mina/1000",
	"/history",
	"/collections",
	"/settings",
	"/settings/profile",
	"/settings/privacy",
	"/settings/requests",
	"/settings/muted",
	"/settings/blocked",
	"/settings/feed",
	"/settings/notifications",
	"/settings/messages",
	"/settings/comments",
	"/settings/email",
	"/settings/password",
	"/settings/delete",
	"/interests",
	"/login",
	"/signup",
	"/forgot",
	"/reset",
	"/unsubscribe",
	"/help",
	"/rules",
	"/privacy",
	"/terms",
	"/no/such/place",
];

/** English sentences that have another wording in this language, and are nothing else in it. */
function englishOf(language: Language): ReadonlySet<string> {
	const plain = words.flatMap(({ texts }) =>
		typeof texts.en === "string" && !texts.en.includes("{") ? [[texts.en, texts[language]] as const] : [],
	);
	const own = new Set(plain.map(([, text]) => text));
	return new Set(plain.filter(([english, text]) => english !== text && !own.has(english)).map(([english]) => english));
}

/** All that is to be read or heard: texts, labels, placeholders, titles. What people wrote has a direction of its own. */
const saidOn = (page: Page): Promise<string[]> =>
	page.evaluate(`(() => {
		const said = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (texts.nextNode()) if (!texts.currentNode.parentElement.closest("[dir=auto], option, script, noscript")) said.push(texts.currentNode.data.trim());
		for (const name of ["aria-label", "placeholder", "title", "alt"]) for (const one of document.querySelectorAll("[" + name + "]")) said.push(one.getAttribute(name).trim());
		return [...new Set(said)].filter(Boolean);
	})()`) as Promise<string[]>;

async function settled(page: Page): Promise<void> {
	await page.locator("main, .stage").first().waitFor();
	const loading = `document.querySelectorAll(".screen-loading, main .skeleton").length`;
	await expect.poll(() => page.evaluate(loading)).toBe(0);
}

const { opened } = clientForTests({ signedIn: true });

/** Rows that are wider than the screen on purpose, and move sideways. */
const ROWS = [".topics", ".slot[inert]", ".rising__videos", ".tag-chips", ".sound-genres", ".search__tabs", ".profile__tabs"];
const INSIDE = `main *:not(${ROWS.map((row) => `${row} *`).join(", ")})`;

describe.each(["ar", "de"] as const)("in %s", (language) => {
	it("every screen speaks it, from its side, and holds 390 and 320 pixels of width", async () => {
		const { page } = opened;
		await page.addInitScript(`localStorage.setItem("reelay.language", "${language}")`);
		const english = englishOf(language);
		const wrong: string[] = [];
		for (const path of SCREENS) {
			await page.setViewportSize({ width: 390, height: 844 });
			await page.goto(path);
			await settled(page);
			const shown = await page.evaluate("[document.documentElement.lang, document.documentElement.dir].join()");
			if (shown !== `${language},${LANGUAGES[language].dir}`) wrong.push(`${path} is ${shown}`);
			const said = await saidOn(page);
			wrong.push(
				...said.filter((text) => english.has(text) || /\{\w+\}|undefined|\[object/.test(text)).map((text) => `${path} says ${text}`),
			);
			for (const width of [390, 320]) {
				await page.setViewportSize({ width, height: 844 });
				wrong.push(...(await overflowing(page, INSIDE)).map((what) => `${path} at ${width}: ${what}`));
			}
		}
		expect(wrong).toEqual([]);
	});
});

describe("the language", () => {
	it("is chosen in the settings, changes at once in place, and is kept", async () => {
		const { page } = opened;
		await page.goto("/settings");
		await page.getByLabel("Language").selectOption("ar");
		await page.getByRole("heading", { name: "الإعدادات", level: 1 }).waitFor();
		expect(await page.evaluate("document.documentElement.dir")).toBe("rtl");
		expect(new URL(page.url()).pathname).toBe("/settings");
		await page.reload();
		await page.getByRole("heading", { name: "الإعدادات", level: 1 }).waitFor();
		await page.getByLabel("اللغة").selectOption("");
		await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
		expect(await page.evaluate("[document.documentElement.lang, document.documentElement.dir].join()")).toBe("en,ltr");
	});
	it("is the browser's where none is chosen, and set before anything is drawn", async () => {
		const { page } = opened;
		await page.addInitScript(`
			Object.defineProperty(navigator, "languages", { get: () => ["pt-BR", "de-AT", "en"] });
			new MutationObserver((_, observer) => {
				if (!document.querySelector("#app > *")) return;
				window.langAtFirst = document.documentElement.lang;
				observer.disconnect();
			}).observe(document, { childList: true, subtree: true });
		`);
		await page.goto("/settings");
		await page.getByRole("heading", { name: "Einstellungen", level: 1 }).waitFor();
		expect(await page.evaluate("window.langAtFirst")).toBe("de");
	});
	it("fetches no words of another language, and none at all for English", async () => {
		const { page } = opened;
		const asked: string[] = [];
		page.on("request", (request) => asked.push(...(/\/words-(.+)-[\w-]{8}\.js/.exec(request.url())?.slice(1) ?? [])));
		await page.goto("/settings");
		await page.getByRole("heading", { name: "Settings", level: 1 }).waitFor();
		expect(asked).toEqual([]);
		await page.getByLabel("Language").selectOption("ja");
		await page.getByRole("heading", { name: "設定", level: 1 }).waitFor();
		expect(asked.length).toBeGreaterThan(0);
		expect(asked.filter((name) => !/(^|-)ja$/.test(name))).toEqual([]);
	});
});
