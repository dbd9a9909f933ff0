import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, it } from "vitest";
import { ENDPOINTS } from "../../../contracts/api.ts";
import { PROBLEMS } from "../../../contracts/problems/codes.ts";
import { openApiDocument } from "./document.ts";

interface Operation {
	operationId: string;
	parameters: { name: string; in: string; required: boolean }[];
	requestBody?: { content: Record<string, { schema: { required?: string[]; properties?: Record<string, unknown> } }> };
	responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
	security: Record<string, unknown>[];
}
const document = JSON.parse(JSON.stringify(openApiDocument())) as {
	paths: Record<string, Record<string, Operation>>;
	components: { schemas: Record<string, unknown> };
	"x-problems": { code: string }[];
};
const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
const byId = (id: string): Operation => {
	const found = operations.find(({ operationId }) => operationId === id);
	if (found === undefined) throw new Error(`no operation ${id}`);
	return found;
};

describe("the OpenAPI document", () => {
	it("is valid OpenAPI 3.1", async () => {
		const result = await new Validator().validate(structuredClone(document));
		expect(result.errors ?? []).toEqual([]);
		expect(result.valid).toBe(true);
	});

	it("describes every endpoint once", () => {
		for (const { id } of ENDPOINTS) expect(operations.filter(({ operationId }) => operationId === id)).toHaveLength(1);
	});

	it("declares every parameter of a path", () => {
		for (const [path, methods] of Object.entries(document.paths)) {
			const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
			for (const operation of Object.values(methods)) {
				const declared = operation.parameters?.filter((parameter) => parameter.in === "path").map(({ name }) => name) ?? [];
				expect(declared.sort(), operation.operationId).toEqual(names.sort());
			}
		}
	});

	it("has every schema it refers to", () => {
		const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
		expect(references.length).toBeGreaterThan(ENDPOINTS.length);
		for (const reference of references) {
			expect(reference).toMatch(/^#\/components\/schemas\//);
			expect(Object.keys(document.components.schemas)).toContain(reference?.split("/").at(-1));
		}
	});

	it("defines each named schema itself, and none as a mere reference", () => {
		for (const [name, schema] of Object.entries(document.components.schemas)) {
			expect(schema, name).toMatchObject({ type: "object", properties: expect.any(Object) });
		}
	});

	it("asks for what a client must send and not for what has a default", () => {
		const body = byId("register").requestBody?.content["application/json"]?.schema;
		expect(body?.required).toEqual(["username", "password", "birthdate"]);
		expect(Object.keys(body?.properties ?? {})).toContain("email");
		const limit = byId("listFollowers").parameters.find(({ name }) => name === "limit");
		expect(limit).toMatchObject({ in: "query", required: false });
	});

	it("tells the problems an operation can meet, as problem+json", () => {
		const { responses } = byId("register");
		for (const status of ["403", "409", "422", "429", "503"]) {
			expect(responses[status]?.content?.["application/problem+json"]?.schema.$ref).toBe("#/components/schemas/Problem");
		}
		expect(responses["201"]?.content).toHaveProperty("application/json");
	});

	it("says who may call", () => {
		expect(byId("login").security).toEqual([{}]);
		expect(byId("me").security).toEqual([{ bearer: [] }, { session: [] }]);
		expect(byId("feed").security).toContainEqual({});
		expect(byId("reprocessVideo").security).toEqual([{ adminToken: [] }, { operator: [] }]);
	});

	it("lists the whole catalogue of problems for the docs page", () => {
		expect(document["x-problems"].map(({ code }) => code)).toEqual(Object.keys(PROBLEMS));
	});
});
