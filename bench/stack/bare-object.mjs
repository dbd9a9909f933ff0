import { DurableObject } from "cloudflare:workers";

/** The least that keeps anything: one row in its own SQLite database. What such an object takes is the platform's floor. */
export class BareObject extends DurableObject {
	touch() {
		const { sql } = this.ctx.storage;
		sql.exec("create table if not exists visits (id integer primary key, count integer not null)");
		const [row] = sql.exec("insert into visits values (1, 1) on conflict do update set count = count + 1 returning count").toArray();
		return row.count;
	}
}

export default {
	async fetch(request, env) {
		return new Response(String(await env.BARE.getByName(new URL(request.url).pathname).touch()));
	},
};
