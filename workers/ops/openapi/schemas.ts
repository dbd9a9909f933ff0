import * as z from "zod";
import * as engagement from "../../../contracts/engagement.ts";
import * as experiments from "../../../contracts/experiments.ts";
import * as feed from "../../../contracts/feed.ts";
import * as media from "../../../contracts/media.ts";
import { Problem } from "../../../contracts/problems/codes.ts";
import * as users from "../../../contracts/users.ts";
import * as videos from "../../../contracts/videos.ts";

/** A JSON Schema of draft 2020-12, as OpenAPI 3.1 embeds it. */
export type JsonSchema = Record<string, unknown>;

/** Schemas the contracts export get a place of their own, under the name they are exported by. */
function namedSchemas(): z.core.$ZodRegistry<{ id: string }> {
	const registry = z.registry<{ id: string }>();
	const modules = [users, videos, feed, engagement, experiments, media, { Problem }];
	for (const [name, value] of modules.flatMap((module) => Object.entries(module))) {
		if (value instanceof z.ZodObject && !registry.has(value)) registry.add(value, { id: name });
	}
	return registry;
}

/** Translates zod schemas, and gathers the named ones on the way. */
export class SchemaWriter {
	readonly components: Record<string, JsonSchema> = {};
	readonly #registry = namedSchemas();

	/** What the API answers, with named parts as references. */
	answer(schema: z.ZodType): JsonSchema {
		const {
			$schema: _,
			$defs,
			...json
		} = z.toJSONSchema(schema, {
			io: "output",
			metadata: this.#registry,
			unrepresentable: "any",
			override: ({ jsonSchema }) => {
				// A client must bear fields that are added later.
				if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
			},
		}) as JsonSchema;
		for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) {
			this.components[name] ??= tidy(definition);
		}
		return tidy(json);
	}

	/** What a client sends, before defaults are filled in. */
	input(schema: z.ZodType): JsonSchema {
		const { $schema: _, ...json } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as JsonSchema;
		return tidy(json);
	}
}

/** References point into the document, and the registry's ids are no keyword of JSON Schema. */
function tidy(schema: JsonSchema): JsonSchema {
	return JSON.parse(
		JSON.stringify(schema, (key, value: unknown) => {
			if (key === "$ref" && typeof value === "string") return value.replace("#/$defs/", "#/components/schemas/");
			if (key === "id" && typeof value === "string") return undefined;
			return value;
		}),
	) as JsonSchema;
}
