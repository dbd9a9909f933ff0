export declare const ROOT: string;
export declare const NODE: string;
export declare function whatIsMissing(root: string): string | null;
export declare function runHere(command: string, args: string[], env?: NodeJS.ProcessEnv): Promise<number>;
export declare function ensureInstalled(): Promise<void>;
export declare function installedEnvironment(): NodeJS.ProcessEnv;
