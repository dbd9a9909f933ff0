import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { type ChildEnd, encoderFailed, runChild, startChild } from "./child.ts";

const LIMITS = { memoryBytes: 2 ** 30, cpuSeconds: 10, wallMs: 20_000 };

function shell(script: string, more: { wallMs?: number; cpuSeconds?: number; signal?: AbortSignal } = {}) {
	return {
		command: "/bin/sh",
		args: ["-c", script],
		cwd: tmpdir(),
		limits: { ...LIMITS, wallMs: more.wallMs ?? LIMITS.wallMs, cpuSeconds: more.cpuSeconds ?? LIMITS.cpuSeconds },
		signal: more.signal ?? new AbortController().signal,
		maxBytes: 1000,
	};
}

test("output, exit code and complaints are given back", async () => {
	const ended = await runChild(shell("echo out; echo '[error] bad' >&2; echo '[info] chat' >&2; exit 3"));
	expect(ended).toMatchObject({ code: 3, complaint: "[error] bad" });
	expect(ended.output.toString()).toBe("out\n");
});

test("the child sees nothing of our environment", async () => {
	process.env.REELAY_TEST_SECRET = "secret";
	const { output } = await runChild(shell("env"));
	delete process.env.REELAY_TEST_SECRET;
	expect(output.toString()).not.toContain("secret");
});

test("aborting ends the child and its children", async () => {
	const stop = new AbortController();
	const child = startChild(shell("sleep 60 & echo $!; wait", { signal: stop.signal }));
	const pid = await new Promise<number>((resolve) => child.stdout.once("data", (data: Buffer) => resolve(Number(data.toString()))));
	stop.abort(new Error("enough"));
	await expect(child.ended).rejects.toThrow("enough");
	await expect.poll(() => running(pid)).toBe(false);
});

test("a child that ignores the polite signal is killed", async () => {
	const stop = new AbortController();
	const child = startChild(shell("trap '' TERM; echo ready; while :; do sleep 0.1; done", { signal: stop.signal }));
	await new Promise((resolve) => child.stdout.once("data", resolve));
	stop.abort(new Error("enough"));
	await expect(child.ended).rejects.toThrow("enough");
});

test("the wall time ends it", async () => {
	await expect(runChild(shell("sleep 60", { wallMs: 200 }))).rejects.toMatchObject({ code: "timed_out" });
});

test("processor time is bounded by the kernel", async () => {
	const ended = await runChild(shell("while :; do :; done", { cpuSeconds: 1 }));
	expect(ended.killedBy === "SIGXCPU" || ended.killedBy === "SIGKILL").toBe(true);
});

test("memory is bounded by the kernel", async () => {
	const script = "exec node -e 'console.log(1)'"; // Node reserves far more address space than it is given here
	expect((await runChild({ ...shell(script), limits: { ...LIMITS, memoryBytes: 64 * 2 ** 20 } })).code).not.toBe(0);
});

test("a program that can't be started ends with the shell's code", async () => {
	const ended = await runChild({ ...shell(""), command: "/no/such/program" });
	expect(ended.code).toBe(127);
});

test("more output than expected is an error", async () => {
	await expect(runChild(shell("head -c 5000 /dev/zero"))).rejects.toThrow("more than was expected");
});

const ended = (more: Partial<ChildEnd>): ChildEnd => ({
	code: 1,
	killedBy: null,
	complaint: "",
	cpuSeconds: 0,
	steadyPictures: null,
	damagedPictures: 0,
	...more,
});

test.each([
	["[error] Error reinitializing filters!", {}],
	["[error] Could not open encoder before EOF", { code: 69 }],
])("FFmpeg that gives up by itself would do so again: %s", (complaint, more) => {
	expect(encoderFailed(ended({ complaint, ...more }))).toMatchObject({ name: "Refusal", code: "unprocessable" });
});

test.each([
	["x264 [error]: malloc of size 12345 failed", {}],
	["[error] av_interleaved_write_frame(): No space left on device", {}],
	["[error] Error writing trailer: Broken pipe", {}],
	["", { code: null, killedBy: "SIGKILL" as const }],
	["sh: 1: exec: ffmpeg: not found", { code: 127 }],
])("what the machine lacked is worth another attempt: %s", (complaint, more) => {
	expect(encoderFailed(ended({ complaint, ...more }))).toMatchObject({ name: "TranscodeFailure", code: "encoder_failed" });
});

/** False for a zombie too: it has ended, whether or not somebody took note. */
function running(pid: number): boolean {
	const path = `/proc/${pid}/stat`;
	return existsSync(path) && !/\) Z /.test(readFileSync(path, "utf8"));
}
