export const ROOT: string;
export const NODE: string;
export function whatIsMissing(root: string): string | null;
export function runHere(command: string, args: string[], env?: NodeJS.ProcessEnv): Promise<number>;
export function ensureInstalled(): Promise<void>;
export function installedEnvironment(): NodeJS.ProcessEnv;
