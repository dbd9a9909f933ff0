import { seeded } from "../contracts/seeded.ts";
import { dequantise } from "../recommender/vectors.ts";
import { readArchive } from "./archive.ts";
import { readConfig } from "./config.ts";
import { publish } from "./publish.ts";
import { byViewer } from "./replay.ts";
import { directoryStore, type Store, s3Store } from "./store.ts";
import { train } from "./train.ts";

/**
 * `node trainer/run.ts`: learns from the event archive and leaves versioned models. Once by default; with
 * `TRAINER_EVERY_S`, again and again, and only when there are new events. See trainer/config.ts for what it reads.
 */
const config = readConfig(process.env);
const store: Store = config.s3 === null ? directoryStore(config.directory) : s3Store(config.s3);
const log = (event: string, fields: object): void => console.log(JSON.stringify({ at: new Date().toISOString(), event, ...fields }));

let learned = -1;
async function once(): Promise<void> {
	const begun = Date.now();
	const { events, facts, space, leftOut } = await readArchive(store, begun - config.windowMs, begun);
	if (events.length === learned) return log("training_skipped", { reason: "no new events", events: events.length });
	const content = facts.map((fact) => (fact.vector === null ? null : dequantise(fact.vector)));
	const id = `run-${new Date(begun).toISOString()}`;
	const trained = train(events, facts, content, begun, seeded(config.seed), id);
	const manifest = await publish(store, trained, { events: events.length, viewers: byViewer(events).size, space });
	learned = events.length;
	log("training_done", { ...manifest, leftOut, seconds: (Date.now() - begun) / 1000 });
}

if (config.everyMs === null) await once();
else {
	let stopping = false;
	let wake: () => void = () => {};
	for (const name of ["SIGTERM", "SIGINT"] as const) {
		process.on(name, () => {
			stopping = true;
			wake();
		});
	}
	while (!stopping) {
		// One failed run is told and tried again at the next turn: the models before it still serve.
		await once().catch((error: unknown) => log("training_failed", { message: error instanceof Error ? error.message : String(error) }));
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, config.everyMs ?? 0);
			wake = () => {
				clearTimeout(timer);
				resolve();
			};
			if (stopping) wake();
		});
	}
}
