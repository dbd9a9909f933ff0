import type * as z from "zod";
import { ENDPOINTS } from "../../../contracts/api.ts";
import type { Access, Endpoint } from "../../../contracts/endpoint.ts";
import { PROBLEMS, Problem, type ProblemCode } from "../../../contracts/problems/codes.ts";
import { type JsonSchema, SchemaWriter } from "./schemas.ts";
import { unlistedPaths } from "./unlisted.ts";

/** Credentials of the four kinds of access; `{}` means that none is fine too. */
const SECURITY: Record<Access, readonly Record<string, readonly string[]>[]> = {
	public: [{}],
	viewer: [{ bearer: [] }, { session: [] }, { guest: [] }, {}],
	user: [{ bearer: [] }, { session: [] }],
	admin: [{ adminToken: [] }, { operator: [] }],
};

const SECURITY_SCHEMES = {
	bearer: { type: "http", scheme: "bearer", description: "The `token` of register or login." },
	session: {
		type: "apiKey",
		in: "cookie",
		name: "__Host-reelay_session",
		description:
			"Set by register and login. Requests that change something must come from the same origin. Over plain HTTP, where there is one, without the prefix.",
	},
	guest: {
		type: "apiKey",
		in: "cookie",
		name: "__Host-reelay_guest",
		description: "Set at a guest's first request; it names the guest's own feed.",
	},
	adminToken: { type: "apiKey", in: "header", name: "X-Admin-Token", description: "A personal token, made at the desk." },
	operator: { type: "apiKey", in: "cookie", name: "__Host-reelay_operator", description: "Set by signing in to the desk." },
};

/** In the order a newcomer meets them; a tag of the contracts that is not named here comes after. */
const TAGS = [
	"Accounts",
	"Feed",
	"Upload",
	"Videos",
	"Media",
	"Engagement",
	"Users",
	"Messages",
	"Notifications",
	"Analytics",
	"Operators",
	"Operations",
];

/** The OpenAPI 3.1 description of the whole API, written from the same contracts the Worker validates by. */
export function openApiDocument(): JsonSchema {
	const writer = new SchemaWriter();
	writer.answer(Problem);
	const paths: Record<string, Record<string, JsonSchema>> = {};
	for (const endpoint of ENDPOINTS) {
		const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
		paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint, writer) };
	}
	return {
		openapi: "3.1.0",
		info: {
			title: "Reelay",
			version: "1",
			description:
				"Short video on the edge. Errors are RFC 9457 problems: `code` is for programs, `detail` for people, `requestId` for support. Lists are paged by `cursor`.",
			license: { name: "Apache-2.0", identifier: "Apache-2.0" },
		},
		servers: [{ url: "/" }],
		tags: [...new Set([...TAGS, ...ENDPOINTS.map(({ tag }) => tag)])].map((name) => ({ name })),
		paths: { ...paths, ...unlistedPaths() },
		components: { schemas: writer.components, securitySchemes: SECURITY_SCHEMES },
		"x-problems": Object.entries(PROBLEMS).map(([code, { status, title }]) => ({ code, status, title })),
	};
}

function operation(endpoint: Endpoint, writer: SchemaWriter): JsonSchema {
	return {
		operationId: endpoint.id,
		tags: [endpoint.tag],
		summary: endpoint.summary,
		security: SECURITY[endpoint.access],
		parameters: [...parameters(endpoint.params, "path", writer), ...parameters(endpoint.query, "query", writer)],
		...(endpoint.body === undefined ? {} : { requestBody: body(writer.input(endpoint.body)) }),
		...(endpoint.file === undefined ? {} : { requestBody: fileBody(endpoint.file) }),
		responses: { ...successes(endpoint, writer), ...refusals(endpoint) },
	};
}

const fileBody = ({ type, maxBytes }: NonNullable<Endpoint["file"]>) => ({
	required: true,
	description: `The file itself, at most ${maxBytes / 1024 / 1024} MB`,
	content: { [type]: { schema: { type: "string", contentMediaType: type } } },
});

const body = (schema: JsonSchema) => ({ required: true, content: { "application/json": { schema } } });

function parameters(schema: z.ZodType | undefined, place: "path" | "query", writer: SchemaWriter): JsonSchema[] {
	if (schema === undefined) return [];
	const { properties = {}, required = [] } = writer.input(schema) as { properties?: Record<string, JsonSchema>; required?: string[] };
	return Object.entries(properties).map(([name, { description, ...rest }]) => ({
		name,
		in: place,
		required: place === "path" || required.includes(name),
		...(description === undefined ? {} : { description }),
		schema: rest,
	}));
}

/** Operations that can answer with something else than JSON as well. */
const ALSO_AS: Readonly<Record<string, string>> = { videoStatus: "text/event-stream" };

function successes(endpoint: Endpoint, writer: SchemaWriter): Record<string, JsonSchema> {
	const headers = { "X-Request-Id": { description: "Names this request in the log", schema: { type: "string" } } };
	if (endpoint.answer === undefined) return { [endpoint.status]: { description: "Done; no content", headers } };
	const schema = writer.answer(endpoint.answer);
	const stream = ALSO_AS[endpoint.id];
	const content = {
		"application/json": { schema },
		...(stream === undefined ? {} : { [stream]: { schema: { type: "string" } } }),
	};
	return Object.fromEntries(
		[endpoint.status, ...(endpoint.alsoStatus ?? [])].map((status) => [
			status,
			{ description: status === endpoint.status ? "Done" : "Done before", headers, content },
		]),
	);
}

/** Whether not everybody who works here may do it. */
const needsRole = ({ access, roles }: Endpoint): boolean => access === "admin" && roles?.length !== 0;

/** Problems of this operation and those any request of its kind can meet. */
export function problemsOf(endpoint: Endpoint): ReadonlySet<ProblemCode> {
	const codes = new Set<ProblemCode>(endpoint.problems);
	if (endpoint.params !== undefined) codes.add("not_found");
	if (endpoint.body !== undefined) codes.add("invalid_request").add("body_too_large");
	if (endpoint.body !== undefined || endpoint.query !== undefined) codes.add("invalid_fields");
	if (endpoint.access === "user" || endpoint.access === "viewer") codes.add("unauthenticated");
	if ((endpoint.access === "user" || endpoint.access === "viewer") && endpoint.forChildren !== true) codes.add("age_restricted");
	if (endpoint.access === "admin") codes.add("forbidden");
	if (needsRole(endpoint)) codes.add("role_required");
	if (endpoint.method !== "GET") codes.add("csrf_rejected");
	return codes.add("rate_limited").add("internal").add("unavailable");
}

/** The same by status. */
function refusals(endpoint: Endpoint): Record<string, JsonSchema> {
	const byStatus = new Map<number, ProblemCode[]>();
	for (const code of problemsOf(endpoint)) byStatus.set(PROBLEMS[code].status, [...(byStatus.get(PROBLEMS[code].status) ?? []), code]);
	return Object.fromEntries([...byStatus].map(([status, group]) => [status, problem(group)]));
}

function problem(codes: readonly ProblemCode[]): JsonSchema {
	return {
		description: codes.map((code) => `\`${code}\`: ${PROBLEMS[code].title}`).join("; "),
		content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
	};
}
