import type * as z from "zod";
import type { OperatorRole } from "./operator-roles.ts";
import type { ProblemCode } from "./problems/codes.ts";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Who may call: anyone; anyone with a session of their own, guests too; a signed-in user; an operator, by token or session. */
export type Access = "public" | "viewer" | "user" | "admin";

/**
 * One operation of the HTTP API. The Worker validates and routes by it, `/openapi.json` is written from it, and the web
 * client takes its types from it. Paths use `:name` for parameters.
 */
export interface Endpoint<
	Params extends z.ZodType = z.ZodType,
	Query extends z.ZodType = z.ZodType,
	Body extends z.ZodType = z.ZodType,
	Answer extends z.ZodType = z.ZodType,
> {
	readonly id: string;
	readonly method: Method;
	readonly path: string;
	readonly tag: string;
	readonly summary: string;
	readonly access: Access;
	/** Also for an account found to be a child's, which may do nothing else. */
	readonly forChildren?: true;
	/** Of operators: those with one of these roles; admins alone where nothing is said, anybody who works here where it is empty. */
	readonly roles?: readonly OperatorRole[];
	readonly params?: Params;
	readonly query?: Query;
	readonly body?: Body;
	/** Where the body is a file rather than JSON. */
	readonly file?: { readonly type: string; readonly maxBytes: number };
	/** Status of the ordinary success; others that carry the same body go to `alsoStatus`. */
	readonly status: 101 | 200 | 201 | 202 | 204;
	readonly alsoStatus?: readonly number[];
	readonly answer?: Answer;
	/** What it may refuse with, beside the problems any request can meet. */
	readonly problems?: readonly ProblemCode[];
}

/** Names an endpoint while keeping its schemas' exact types. */
export function endpoint<const E extends Endpoint>(definition: E): E {
	return definition;
}

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
type In<S> = S extends z.ZodType ? z.input<S> : undefined;

export type ParamsOf<E extends Endpoint> = Out<E["params"]>;
export type QueryOf<E extends Endpoint> = Out<E["query"]>;
export type BodyOf<E extends Endpoint> = Out<E["body"]>;
export type AnswerOf<E extends Endpoint> = Out<E["answer"]>;
/** What a client sends, before defaults are filled in. */
export type QueryInput<E extends Endpoint> = In<E["query"]>;
export type BodyInput<E extends Endpoint> = In<E["body"]>;
