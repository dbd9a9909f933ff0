import { expect, test } from "vitest";
import { snowflakes, snowflakeTime } from "./snowflake.ts";

test("ids made within one millisecond and after a clock that stepped back are unique and rise", () => {
	const times = [1_800_000_000_000, 1_800_000_000_000, 1_799_999_999_000, 1_800_000_000_001];
	let call = 0;
	const next = snowflakes(
		() => times[Math.min(call++, times.length - 1)] ?? 0,
		() => 0.5,
	);
	const ids = Array.from({ length: 10_000 }, next).map(BigInt);
	expect(new Set(ids).size).toBe(10_000);
	expect(ids.every((id, place) => place === 0 || id > (ids[place - 1] ?? 0n))).toBe(true);
});

test("an id tells when it was made", () => {
	expect(snowflakeTime(snowflakes(() => 1_800_000_000_123)())).toBe(1_800_000_000_123);
});
