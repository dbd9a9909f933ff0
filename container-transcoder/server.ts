import { parseConfig } from "./config.ts";
import { jsonLog, reason } from "./log.ts";
import { startService } from "./service/service.ts";

const log = jsonLog();
try {
	const config = parseConfig(process.env);
	const service = await startService(config, { log });
	log("service.start", { url: service.url, capacity: config.maxJobs });
	let ending = false;
	const end = async (signal: NodeJS.Signals) => {
		if (ending) return;
		ending = true;
		log("service.stop", { signal, running: service.registry.runningCount });
		await service.close();
		process.exit(0);
	};
	process.on("SIGTERM", end);
	process.on("SIGINT", end);
} catch (error) {
	log("service.failed", { error: reason(error) });
	process.exitCode = 1;
}
