/** What `GET /health` tells of one part the Worker leans on. */
export interface HealthPart {
	readonly status: "ok" | "failed";
	/** How long the check took, milliseconds. */
	readonly ms: number;
	readonly detail?: string;
}
export interface Health {
	/** `down`: the API can't do its work. `degraded`: it does, with a part missing that it can do without for a while. */
	readonly status: "ok" | "degraded" | "down";
	readonly parts: Readonly<Record<"database" | "redis" | "vectors" | "transcoder" | "uploads", HealthPart>>;
}
