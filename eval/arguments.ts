import { parseArgs } from "node:util";

export interface Arguments {
	/** Folder with items.csv.gz and the logs; null: the default data when present, else the committed sample. */
	readonly data: string | null;
	readonly train: readonly string[];
	readonly test: string;
	readonly cold: readonly string[] | null;
	readonly json: string | null;
}

/** What else can be measured: simulations of a few seconds that need no logs. */
const SIMULATIONS = ["abuse", "copyright", "experiments", "search"] as const;
export type Simulation = (typeof SIMULATIONS)[number];

/** The simulation that is asked for by name; null when it is the recommender that is to be measured. */
export const simulationOf = ([name]: readonly string[]): Simulation | null => SIMULATIONS.find((one) => one === name) ?? null;

export const USAGE = `npm run eval -- abuse
  what attacks on the numbers gain, and what people lose
npm run eval -- copyright [--music DIR] [--quick] [--tracks N] [--outsiders N] [--excerpts N] [--thorough] [--only PART]
  how well borrowed music and re-uploaded videos are found, and how often something else is taken for them
npm run eval -- experiments
  whether the experiment report tells the truth of experiments whose truth is known
npm run eval -- search [--verbose]
  how well search answers judged queries, beside full text, meaning and a search library alone
npm run eval -- [--data DIR] [--train FILE,…] [--test FILE] [--cold FILE,…] [--json OUT]
  --data   folder with items.csv.gz and the logs (default: ../shared/data/kuairand-pure, else the small sample)
  --train  logs to learn from (default: train_seq.csv.gz)
  --test   log to test on (default: val.csv.gz)
  --cold   logs of users who appear nowhere else (default: a hashed fifth of the users is taken out)
  --json   also write the results here`;

/** Reads the command line. Throws, with what is wrong, on an unknown option or an empty list. */
export function readArguments(argv: readonly string[]): Arguments {
	const { values } = parseArgs({
		args: [...argv],
		options: {
			data: { type: "string" },
			train: { type: "string", default: "train_seq.csv.gz" },
			test: { type: "string", default: "val.csv.gz" },
			cold: { type: "string" },
			json: { type: "string" },
		},
	});
	const list = (text: string, name: string): string[] => {
		const files = text.split(",").filter((file) => file !== "");
		if (files.length === 0) throw new Error(`--${name} names no file`);
		return files;
	};
	return {
		data: values.data ?? null,
		train: list(values.train, "train"),
		test: values.test,
		cold: values.cold === undefined ? null : list(values.cold, "cold"),
		json: values.json ?? null,
	};
}
