import type { Signal } from "@preact/signals";
import { Field } from "../ui/Field.tsx";
import * as accountWords from "./account.words.ts";

/** The password of who is signed in, asked for once more before something grave. */
export const OwnPassword = ({ value, fault }: { value: Signal<string>; fault: string | undefined }) => (
	<Field
		label={accountWords.yourPassword()}
		type="password"
		value={value.value}
		onValue={(typed) => (value.value = typed)}
		fault={fault}
		autocomplete="current-password"
		required
	/>
);
