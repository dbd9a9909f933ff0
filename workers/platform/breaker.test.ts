import { expect, test } from "vitest";
import { breaker, CircuitOpenError } from "./breaker.ts";

const OPTIONS = { patienceMs: 20, failures: 2, restMs: 1_000 };
const fail = () => Promise.reject(new Error("down"));

test("after the failures in a row it stops calling until the rest is over, then one success closes it", async () => {
	let now = 0;
	let calls = 0;
	const circuit = breaker("index", OPTIONS, () => now);
	const call = (work: () => Promise<unknown>) =>
		circuit.run(() => {
			calls += 1;
			return work();
		});
	await expect(call(fail)).rejects.toThrow("down");
	await expect(call(fail)).rejects.toThrow("down");
	await expect(call(() => Promise.resolve(1))).rejects.toThrow(CircuitOpenError);
	expect(calls).toBe(2);
	now = 1_001;
	await expect(call(() => Promise.resolve(1))).resolves.toBe(1);
	expect(circuit.isOpen).toBe(false);
});

test("while one call tries an opened circuit, others are refused; its failure opens it again", async () => {
	let now = 0;
	const circuit = breaker("index", OPTIONS, () => now);
	await circuit.run(fail).catch(() => undefined);
	await circuit.run(fail).catch(() => undefined);
	now = 1_001;
	const trial = circuit.run(fail);
	await expect(circuit.run(() => Promise.resolve(1))).rejects.toThrow(CircuitOpenError);
	await expect(trial).rejects.toThrow("down");
	await expect(circuit.run(() => Promise.resolve(1))).rejects.toThrow(CircuitOpenError);
});

test("a success in between forgives the failures before it", async () => {
	const circuit = breaker("index", OPTIONS, () => 0);
	for (let round = 0; round < 3; round++) {
		await circuit.run(fail).catch(() => undefined);
		await circuit.run(() => Promise.resolve(0));
	}
	expect(circuit.isOpen).toBe(false);
});

test("an answer that takes too long counts as a failure", async () => {
	const circuit = breaker("index", OPTIONS, () => 0);
	await expect(circuit.run(() => new Promise(() => undefined))).rejects.toThrow("index took more than 20 ms");
});
