// Prints a line every few milliseconds, a given number of times, then stays silent for ever or ends: for tests of what watches over it.
const [everyMs, times, then] = process.argv.slice(2);
for (let n = 0; n < Number(times); n++) {
	await new Promise((resolve) => setTimeout(resolve, Number(everyMs)));
	console.log(`line ${n}`);
}
if (then === "hang") setInterval(() => undefined, 60_000);
