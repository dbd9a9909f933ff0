import { ENDPOINTS } from "../../contracts/api.ts";

let patterns: { readonly method: string; readonly pattern: RegExp }[] | null = null;

/** The methods an address of the API knows; empty where there is nothing at all. */
export function methodsAt(path: string): string[] {
	patterns ??= ENDPOINTS.map(({ method, path: template }) => ({
		method,
		pattern: new RegExp(`^${template.replace(/[.]/g, "\\.").replace(/:\w+/g, "[^/]+")}$`),
	}));
	return [...new Set(patterns.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))];
}

/** Whether an address is the API's, so that errors there are problems and not the web client's page. */
export const isApiPath = (path: string): boolean => path.startsWith("/api/") || path.startsWith("/internal/");
