import type { Services } from "../../platform/services.ts";

export async function consumeEvents(_batch: MessageBatch, _services: Services): Promise<void> {}
