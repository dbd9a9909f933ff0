import type { EventMap } from "../../platform/event-map.ts";
import type { Services } from "../../platform/services.ts";
import { contactOf } from "../contact.ts";
import { linkTo, postNotice } from "./post.ts";
import { exportMail } from "./texts.ts";

/** The mail leads to where the copy is, and not to the copy: whoever reads the mail must sign in. */
export async function mailExport(services: Services, { userId, isReady, origin }: EventMap["exported"]): Promise<void> {
	const contact = isReady ? await contactOf(services, userId) : null;
	if (contact === null || contact.email === null) return;
	await postNotice(services, userId, exportMail(contact.email, contact.username, linkTo(origin, "/settings/data")));
}
