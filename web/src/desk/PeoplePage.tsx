import { useSignal } from "@preact/signals";
import { type OperatorRole, ROLES } from "../../../contracts/operator-roles.ts";
import type { Colleague, Me } from "../../../contracts/operators.ts";
import { sentenceOf } from "../api/problem.ts";
import { Field } from "../ui/Field.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import { changeOperator, invite, people, recover } from "./deskApi.ts";
import { Loaded } from "./Loaded.tsx";
import { Told } from "./Told.tsx";

const ROLE_LABELS: Readonly<Record<OperatorRole, string>> = {
	moderator: "Moderator",
	senior: "Senior",
	copyright: "Copyright",
	child_safety: "Child safety",
	admin: "Admin",
};
const linkOf = (invitation: string): string => `${location.origin}/desk#invitation=${invitation}`;

/** Everybody who works here: who they are, what each may do, and the ways in and out. */
export function PeoplePage({ me }: { me: Me }) {
	const attempt = useSignal(0);
	const link = useSignal<string | null>(null);
	const again = () => attempt.value++;
	const act = async (run: () => Promise<unknown>, done: string) => {
		try {
			await run();
			tell(done);
			again();
		} catch (error) {
			tellFault(error);
		}
	};
	return (
		<section class="desk__page" aria-labelledby="desk-people">
			<h2 id="desk-people">People</h2>
			<InviteForm
				me={me}
				onInvited={(invitation) => {
					link.value = linkOf(invitation);
					again();
				}}
			/>
			<Loaded attempt={attempt.value} load={people} label="Loading people">
				{({ operators }) => (
					<ul class="desk-people">
						{operators.map((person) => (
							<Person
								key={person.id}
								person={person}
								me={me}
								onRoles={(roles) => act(() => changeOperator(person.id, { roles: [...roles] }), "Changed. Their sessions have ended.")}
								onDisable={(disabled) =>
									act(() => changeOperator(person.id, { disabled }), disabled ? "They are let in no longer." : "They may sign in again.")
								}
								onRecover={() =>
									act(async () => {
										link.value = linkOf((await recover(person.id)).invitation);
									}, "They have to set up anew.")
								}
							/>
						))}
					</ul>
				)}
			</Loaded>
			{link.value !== null && (
				<Told
					title="Their link"
					hint="Hand it over in private. It works once, for three days, and is not shown again."
					secret={link.value}
					onClose={() => (link.value = null)}
				/>
			)}
		</section>
	);
}

interface PersonProps {
	person: Colleague;
	me: Me;
	onRoles(roles: readonly OperatorRole[]): void;
	onDisable(disabled: boolean): void;
	onRecover(): void;
}

function Person({ person, me, onRoles, onDisable, onRecover }: PersonProps) {
	const isSelf = person.id === me.id;
	return (
		<li class="desk-people__one">
			<div>
				<strong>{person.name}</strong> <span class="quiet">{person.email}</span>
				{person.state !== "active" && <span class="desk-people__state">{person.state === "invited" ? "invited" : "not let in"}</span>}
			</div>
			<RoleBoxes
				roles={person.roles}
				isLocked={(role) => isSelf || (role === "child_safety" && !me.roles.includes("child_safety"))}
				onRoles={onRoles}
			/>
			{!isSelf && (
				<div class="desk-people__acts">
					<button type="button" class="button button--small" onClick={onRecover}>
						Let in anew
					</button>
					<button type="button" class="button button--small" onClick={() => onDisable(person.state !== "disabled")}>
						{person.state === "disabled" ? "Let in again" : "Let go"}
					</button>
				</div>
			)}
		</li>
	);
}

interface RoleBoxesProps {
	roles: readonly OperatorRole[];
	isLocked(role: OperatorRole): boolean;
	onRoles(roles: readonly OperatorRole[]): void;
}

function RoleBoxes({ roles, isLocked, onRoles }: RoleBoxesProps) {
	return (
		<fieldset class="desk-people__roles">
			<legend class="visually-hidden">Roles</legend>
			{ROLES.map((role) => (
				<label key={role}>
					<input
						type="checkbox"
						checked={roles.includes(role)}
						disabled={isLocked(role)}
						onChange={(event) => onRoles(event.currentTarget.checked ? [...roles, role] : roles.filter((one) => one !== role))}
					/>{" "}
					{ROLE_LABELS[role]}
				</label>
			))}
		</fieldset>
	);
}

function InviteForm({ me, onInvited }: { me: Me; onInvited(invitation: string): void }) {
	const email = useSignal("");
	const name = useSignal("");
	const roles = useSignal<readonly OperatorRole[]>(["moderator"]);
	const fault = useSignal<string | null>(null);
	const submit = async (event: Event) => {
		event.preventDefault();
		fault.value = null;
		try {
			const { invitation } = await invite({ email: email.value.trim(), name: name.value, roles: [...roles.value] });
			email.value = "";
			name.value = "";
			onInvited(invitation);
		} catch (error) {
			fault.value = sentenceOf(error);
		}
	};
	return (
		<form class="desk-invite" noValidate onSubmit={(event) => void submit(event)}>
			<Field label="Name" value={name.value} onValue={(value) => (name.value = value)} autocomplete="off" />
			<Field
				label="E-mail"
				type="email"
				value={email.value}
				onValue={(value) => (email.value = value)}
				autocomplete="off"
				fault={fault.value ?? undefined}
			/>
			<RoleBoxes
				roles={roles.value}
				isLocked={(role) => role === "child_safety" && !me.roles.includes("child_safety")}
				onRoles={(next) => (roles.value = next)}
			/>
			<button type="submit" class="button button--primary">
				Invite
			</button>
		</form>
	);
}
