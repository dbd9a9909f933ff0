import { useSignal } from "@preact/signals";
import { type FormFaults, faultsOf, NO_FAULTS } from "./form.ts";

/** A form that is sent once at a time, and what was wrong with it. */
export function useForm(send: () => Promise<void>) {
	const busy = useSignal(false);
	const faults = useSignal<FormFaults>(NO_FAULTS);
	const submit = async () => {
		if (busy.value) return;
		busy.value = true;
		faults.value = NO_FAULTS;
		try {
			await send();
		} catch (error) {
			faults.value = faultsOf(error);
		} finally {
			busy.value = false;
		}
	};
	return { busy, faults, submit };
}
