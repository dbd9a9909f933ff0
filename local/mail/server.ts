import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Answer, type Request, type StandIn, serve } from "../serve.ts";
import { emlOf, readMail } from "./eml.ts";

export interface MailOptions {
	/** Mails are written into this folder, one `.eml` file each. */
	readonly folder: string;
	readonly token: string;
	readonly port?: number;
	/** Told of each mail as it is written: whom it is for, and where it lies. */
	readonly onMail?: (to: string, path: string) => void;
}

const refuse = (statusCode: number, name: string, message: string): Answer => ({ status: statusCode, body: { statusCode, name, message } });

/** Stands in for Resend's `POST /emails`: a mail becomes a file, once per idempotency key. */
export async function startMail({ folder, token, port, onMail }: MailOptions): Promise<StandIn> {
	const sent = new Map<string, string>();
	await mkdir(folder, { recursive: true });

	async function send(request: Request): Promise<Answer> {
		const mail = readMail(request.body.toString());
		if (mail === null) return refuse(422, "validation_error", "A mail has `from`, `to`, `subject`, `text` and `html`.");
		const key = request.headers["idempotency-key"];
		const known = typeof key === "string" ? sent.get(key) : undefined;
		if (known !== undefined) return { status: 200, body: { id: known } };
		const id = crypto.randomUUID();
		const at = new Date();
		const path = join(folder, `${at.toISOString().replace(/[:.]/g, "-")}-${mail.kind}-${id.slice(0, 8)}.eml`);
		await writeFile(path, emlOf(mail, id, at), { mode: 0o600 });
		if (typeof key === "string") sent.set(key, id);
		onMail?.(mail.to, path);
		return { status: 200, body: { id } };
	}

	return serve(
		async (request) => {
			if (request.url.pathname === "/health") return { status: 200, body: { ok: true } };
			if (request.headers.authorization !== `Bearer ${token}`) return refuse(401, "missing_api_key", "The API key is missing or wrong.");
			if (request.method !== "POST" || request.url.pathname !== "/emails") return refuse(404, "not_found", "There is nothing here.");
			return send(request);
		},
		port === undefined ? {} : { port },
	);
}
