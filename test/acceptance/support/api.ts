import { randomUUID } from "node:crypto";
import type { Account } from "../../../contracts/users.ts";

/** A person using the API over plain HTTP with a bearer token; nothing of the server's code is imported. */
export interface Person {
	readonly account: Account;
	readonly password: string;
	readonly token: string;
	readonly call: Call;
}

export interface Answer<Body> {
	readonly status: number;
	readonly headers: Headers;
	readonly body: Body;
}

export type Call = <Body = Record<string, unknown>>(
	method: string,
	path: string,
	body?: unknown,
	headers?: Record<string, string>,
) => Promise<Answer<Body>>;

/** Makes calls to one server; JSON in, JSON out, bearer token when given. */
export function caller(base: string, token?: string): Call {
	return async <Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
		const response = await fetch(new URL(path, base), {
			method,
			headers: {
				...(body === undefined ? {} : { "content-type": "application/json" }),
				...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
				...headers,
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		return { status: response.status, headers: response.headers, body: (text === "" ? {} : JSON.parse(text)) as Body };
	};
}

/** A user name nobody has had yet. */
export const freshName = (stem: string): string => `${stem}${randomUUID().replaceAll("-", "").slice(0, 10)}`;

/** Signs up somebody new. */
export async function signUp(base: string, stem = "person"): Promise<Person> {
	const username = freshName(stem);
	const password = `pw-${randomUUID()}`;
	const answer = await caller(base)<{ user: Account; token: string }>("POST", "/api/v1/auth/register", {
		username,
		password,
		birthdate: "1990-05-17",
	});
	if (answer.status !== 201) throw new Error(`registration answered ${answer.status}: ${JSON.stringify(answer.body)}`);
	return { account: answer.body.user, password, token: answer.body.token, call: caller(base, answer.body.token) };
}

/** Asks again until the answer satisfies, or fails with the last one. */
export async function eventually<T>(ask: () => Promise<T>, satisfied: (value: T) => boolean, seconds: number, every = 300): Promise<T> {
	const end = Date.now() + seconds * 1000;
	for (;;) {
		const value = await ask();
		if (satisfied(value)) return value;
		if (Date.now() > end) throw new Error(`not so after ${seconds} s; last: ${JSON.stringify(value)?.slice(0, 800)}`);
		await new Promise((resolve) => setTimeout(resolve, every));
	}
}
