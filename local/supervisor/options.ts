import { parseArgs } from "node:util";

/** Port tried first. */
export const DEFAULT_PORT = 8787;

export interface StartOptions {
	readonly fresh: boolean;
	readonly demo: boolean;
	readonly watch: boolean;
	readonly help: boolean;
	readonly port: number;
}

export const USAGE = `npm start -- [options]
  --fresh      begin anew: removes .reelay, with all accounts and videos in it
  --no-demo    don't make the demo content
  --watch      follow changes of the Worker's sources, for developing
  --port N     serve on port N (default ${DEFAULT_PORT}; the next free one if it is taken)
Environment: DATABASE_URL (a real Postgres), REDIS_URL (a real Redis), FFMPEG_PATH, FFPROBE_PATH.`;

/** Reads the command line. Throws a sentence for the person at the terminal. */
export function readOptions(args: readonly string[]): StartOptions {
	const { values } = parseArgs({
		args: [...args],
		allowNegative: true,
		options: {
			fresh: { type: "boolean", default: false },
			demo: { type: "boolean", default: true },
			watch: { type: "boolean", default: false },
			help: { type: "boolean", short: "h", default: false },
			port: { type: "string" },
		},
	});
	const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
	if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`--port needs a number from 1 to 65535, not "${values.port}".`);
	return { fresh: values.fresh, demo: values.demo, watch: values.watch, help: values.help, port };
}
