import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useLocation } from "wouter-preact";
import * as api from "../api/messages.ts";
import { tellFault } from "../ui/toasts.tsx";
import { keepConversation } from "./conversations.ts";
import { meet } from "./people.ts";

/** The way to the conversation with somebody; who it is being opened with. */
export function useWriteTo(): { writeTo(userId: string, replace?: boolean): Promise<void>; busyWith: ReadonlySignal<string | null> } {
	const [, navigate] = useLocation();
	const busyWith = useSignal<string | null>(null);
	const writeTo = async (userId: string, replace = false) => {
		if (busyWith.value !== null) return;
		busyWith.value = userId;
		try {
			const { conversation, people } = await api.openConversation(userId);
			meet(people);
			keepConversation(conversation);
			navigate(`/messages/${conversation.id}`, { replace });
		} catch (error) {
			tellFault(error);
		} finally {
			busyWith.value = null;
		}
	};
	return { writeTo, busyWith };
}
