import { NOTIFICATIONS_MUTED_MAX } from "../../../../contracts/limits.ts";
import type { SettingsChange } from "../../../../contracts/notifications.ts";
import { changed, DEFAULTS, type Settings } from "./settings.ts";

/** What a person set, and of whom they are told nothing, in their inbox object's own storage. */
export class SettingsStore {
	readonly #storage: Pick<DurableObjectStorage, "kv" | "sql">;

	constructor(storage: Pick<DurableObjectStorage, "kv" | "sql">) {
		this.#storage = storage;
		storage.sql.exec("CREATE TABLE IF NOT EXISTS muted (user_id TEXT PRIMARY KEY, at INTEGER NOT NULL)");
	}

	/** What a version before did not know is as at the beginning. */
	read(): Settings {
		return changed(DEFAULTS, this.#storage.kv.get<Settings>("settings") ?? {});
	}

	change(change: SettingsChange): Settings {
		const settings = changed(this.read(), change);
		this.#storage.kv.put("settings", settings);
		return settings;
	}

	/** Latest first. */
	muted(): string[] {
		return this.#storage.sql
			.exec<{ user_id: string }>("SELECT user_id FROM muted ORDER BY at DESC, user_id")
			.toArray()
			.map(({ user_id }) => user_id);
	}

	isMuted(userId: string): boolean {
		return this.#storage.sql.exec("SELECT 1 FROM muted WHERE user_id = ?", userId).toArray().length > 0;
	}

	/** @returns false when there is no room for another */
	mute(userId: string, at: number): boolean {
		if (this.isMuted(userId)) return true;
		if (this.muted().length >= NOTIFICATIONS_MUTED_MAX) return false;
		this.#storage.sql.exec("INSERT INTO muted (user_id, at) VALUES (?, ?)", userId, at);
		return true;
	}

	unmute(userId: string): void {
		this.#storage.sql.exec("DELETE FROM muted WHERE user_id = ?", userId);
	}
}
