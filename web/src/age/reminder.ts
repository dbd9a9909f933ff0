import { signal } from "@preact/signals";

/** Why watching is interrupted, with how long it went on, milliseconds; null while it is not. */
export const reminder = signal<{ readonly why: "limit" | "break"; readonly ms: number } | null>(null);
