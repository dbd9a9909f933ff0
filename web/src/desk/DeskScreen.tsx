import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Me } from "../../../contracts/operators.ts";
import { ApiError } from "../api/problem.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { Desk } from "./Desk.tsx";
import { me } from "./deskApi.ts";
import { Invitation } from "./Invitation.tsx";
import { SignIn } from "./SignIn.tsx";
import "./desk.css";

const invitationOf = (hash: string): string | null => /^#invitation=([\w-]+)$/.exec(hash)?.[1] ?? null;

/** Where people review: its door, and the desk behind it. */
export function DeskScreen({ page }: { page: string | undefined }) {
	const operator = useSignal<Me | "out" | null>(null);
	const fault = useSignal<unknown>(null);
	const invitation = useSignal(invitationOf(location.hash));
	const said = useSignal<string | null>(null);
	const load = async () => {
		fault.value = null;
		try {
			operator.value = (await me()).operator;
		} catch (error) {
			if (error instanceof ApiError && error.status === 403) operator.value = "out";
			else fault.value = error;
		}
	};
	useEffect(() => {
		void load();
		// A link that is opened while the desk is.
		const heed = () => (invitation.value = invitationOf(location.hash) ?? invitation.value);
		addEventListener("hashchange", heed);
		return () => removeEventListener("hashchange", heed);
	}, []);
	if (invitation.value !== null) {
		return (
			<main class="desk">
				<Invitation
					invitation={invitation.value}
					onTaken={() => {
						history.replaceState(history.state, "", "/desk");
						invitation.value = null;
						said.value = "You are set up. Sign in with the next code.";
						operator.value = "out";
					}}
				/>
			</main>
		);
	}
	if (fault.value) return <FaultNotice isScreen error={fault.value} onRetry={() => void load()} />;
	if (operator.value === null) {
		return (
			<main class="desk">
				<div class="skeleton desk-door__skeleton" role="progressbar" aria-label="Opening the desk" />
			</main>
		);
	}
	if (operator.value === "out") {
		return (
			<main class="desk">
				<SignIn said={said.value} onSignedIn={(signedIn) => (operator.value = signedIn)} />
			</main>
		);
	}
	return (
		<Desk
			me={operator.value}
			page={page}
			onOut={(why) => {
				said.value = why;
				operator.value = "out";
			}}
		/>
	);
}
