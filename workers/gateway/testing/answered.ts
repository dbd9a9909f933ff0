/** Which operations the tests were answered by, and how: `<operation> <status>`, or `<operation> <problem>` where it refused. */
const answered = new Set<string>();

export const noteAnswer = (operation: string, outcome: number | string): void => void answered.add(`${operation} ${outcome}`);

/** All that were noted in this isolate so far. */
export const answers = (): readonly string[] => [...answered];

/** Where the workers tests leave them in Redis, for the end of the run. */
export const ANSWERS_KEY = "tests:answers";
