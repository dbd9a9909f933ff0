import { emit } from "../../platform/events.ts";
import type { Services } from "../../platform/services.ts";
import { contactOf } from "../contact.ts";
import { linkTo, postNotice } from "../mail/post.ts";
import { passwordChangedMail } from "../mail/texts.ts";

/** By mail where there is an address, and in the inbox: whoever's account it is learns of it. */
export async function tellPasswordChanged(services: Services, userId: string, origin: string): Promise<void> {
	const contact = await contactOf(services, userId);
	if (contact?.email) await postNotice(services, userId, passwordChangedMail(contact.email, contact.username, linkTo(origin, "/forgot")));
	await emit(services, "secured", { userId, text: "Your password was changed.", key: `password:${services.clock()}` });
}
