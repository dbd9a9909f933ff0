import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it, onTestFinished } from "vitest";
import { backOff, type Child, type ChildOptions, startChild } from "./child.ts";
import { temporaryDirectory } from "./temp-dir.fixture.ts";

const isAlive = (pid: number) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

async function start(script: string, more: Partial<ChildOptions> = {}) {
	const folder = await temporaryDirectory();
	const lines: string[] = [];
	const deaths: string[] = [];
	const child: Child = startChild({
		name: "sample",
		command: process.execPath,
		args: ["-e", script],
		cwd: folder,
		env: process.env,
		logPath: join(folder, "sample.log"),
		onLine: (line) => lines.push(line),
		onDeath: (how, pause) => deaths.push(`${how}; ${pause}`),
		...more,
	});
	onTestFinished(() => child.stop());
	return { child, lines, deaths, log: () => readFile(join(folder, "sample.log"), "utf8") };
}

const FOREVER = "console.log(process.pid); setInterval(() => {}, 1000)";
const settle = { timeout: 30_000, interval: 20 };

describe("a child process", () => {
	it("is started again after its death, which is told with the pause", async () => {
		const { child, lines, deaths } = await start(FOREVER);
		await expect.poll(() => lines.length, settle).toBe(1);
		child.kill("SIGKILL");
		await expect.poll(() => deaths, settle).toEqual(["was ended by SIGKILL; 500"]);
		await expect.poll(() => lines.length, settle).toBe(2);
		expect(lines[1]).not.toBe(lines[0]);
	});

	it("gives way to others when told to, and so does what it starts", async () => {
		const script = `const { getPriority } = require("node:os"); const { spawn } = require("node:child_process");
			spawn(process.execPath, ["-e", "console.log(require('node:os').getPriority())"], { stdio: "inherit" });
			setTimeout(() => console.log(getPriority()), 0); setInterval(() => {}, 1000)`;
		const { lines } = await start(script, { niceness: 10 });
		await expect.poll(() => lines, settle).toEqual(["10", "10"]);
	});

	it("pauses longer after each death in a row, half a minute at most", () => {
		expect([1, 2, 3, 4, 20].map(backOff)).toEqual([500, 1000, 2000, 4000, 30_000]);
	});

	it("stays dead once stopped, with what it started itself", async () => {
		const grandchild = `const c = require("child_process").spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]); console.log(c.pid); setInterval(() => {}, 1000)`;
		const { child, lines, deaths } = await start(grandchild);
		await expect.poll(() => lines.length, settle).toBe(1);
		await child.stop();
		await expect.poll(() => isAlive(Number(lines[0])), settle).toBe(false);
		expect(deaths).toEqual([]);
	});

	it("is ended by force when it doesn't end on SIGTERM in time", async () => {
		const { child, lines } = await start(`process.on("SIGTERM", () => {}); ${FOREVER}`, { grace: 100 });
		await expect.poll(() => lines.length, settle).toBe(1);
		await child.stop();
		expect(isAlive(Number(lines[0]))).toBe(false);
	});

	it("is back at once after an asked-for restart, which is no death", async () => {
		const { child, lines, deaths } = await start(FOREVER);
		await expect.poll(() => lines.length, settle).toBe(1);
		await child.restart();
		await expect.poll(() => lines.length, settle).toBe(2);
		expect(deaths).toEqual([]);
	});

	it("leaves all it printed, and how it ended, in its log", async () => {
		const { deaths, log } = await start(`console.log("out"); console.error("err"); process.exitCode = 3`, { restart: false });
		await expect.poll(() => deaths.length, settle).toBe(1);
		expect(await log()).toMatch(/starting sample[\s\S]*out[\s\S]*ended with code 3/);
		expect(await log()).toContain("err");
	});

	it("doesn't outlive the process that started it, even when that is killed", async () => {
		const folder = await temporaryDirectory();
		const options = { name: "sample", command: process.execPath, args: ["-e", FOREVER], cwd: folder, logPath: join(folder, "sample.log") };
		const parentScript = `import { startChild } from ${JSON.stringify(join(import.meta.dirname, "child.ts"))};
			startChild({ ...${JSON.stringify(options)}, env: process.env, onLine: (line) => console.log(line) });`;
		const parent = spawn(process.execPath, ["--input-type=module-typescript", "-e", parentScript], {
			stdio: ["ignore", "pipe", "inherit"],
		});
		const [line] = await once(createInterface({ input: parent.stdout }), "line");
		const pid = Number(line);
		expect(isAlive(pid)).toBe(true);
		parent.kill("SIGKILL");
		await expect.poll(() => isAlive(pid), settle).toBe(false);
	});

	it("tells when it can't be started at all", async () => {
		const { deaths } = await start("", { command: "/nonexistent/program", restart: false });
		await expect.poll(() => deaths.join(), settle).toMatch(/ended with code 127/);
	});
});
