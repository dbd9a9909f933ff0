import { ENDPOINTS } from "../../../contracts/api.ts";
import { PROBLEMS, Problem } from "../../../contracts/problems/codes.ts";
import { problemsOf } from "../../ops/openapi/document.ts";

const OPERATIONS = ENDPOINTS.map((endpoint) => ({
	endpoint,
	pattern: new RegExp(`^${endpoint.path.replace(/[.]/g, "\\.").replace(/:\w+/g, "[^/]+")}$`),
	refuses: new Set([...problemsOf(endpoint)].map((code) => code as string)),
}));

/**
 * Holds an answer to the contract of its operation: its status and problem are declared, and its body has the declared shape. Tests
 * ask through it, so that each also tests this.
 * @param json the parsed body; text where it is none
 * @throws saying what differs; never for an address that is no operation
 */
export function holdToContract(method: string, path: string, status: number, json: unknown): void {
	const { pathname } = new URL(path, "http://reelay.test");
	// An address without parameters goes before one that it would match: `/users/me` before `/users/:userId`.
	const matching = OPERATIONS.filter(({ endpoint, pattern }) => endpoint.method === method && pattern.test(pathname));
	const operation = matching.find(({ endpoint }) => endpoint.path === pathname) ?? matching[0];
	if (operation === undefined) return;
	const { endpoint, refuses } = operation;
	const name = `${endpoint.id}, answered ${status}`;
	if (status >= 400) {
		const problem = Problem.parse(json);
		if (!refuses.has(problem.code)) throw new Error(`${name}: the contract does not declare ${problem.code}`);
		if (PROBLEMS[problem.code as keyof typeof PROBLEMS].status !== status) throw new Error(`${name}: ${problem.code} has another status`);
		return;
	}
	if (![endpoint.status, ...(endpoint.alsoStatus ?? [])].includes(status)) throw new Error(`${name}: the contract does not declare it`);
	if (endpoint.answer === undefined || typeof json === "string") return;
	const parsed = endpoint.answer.safeParse(json);
	if (!parsed.success) throw new Error(`${name}: ${parsed.error.message}`);
}
