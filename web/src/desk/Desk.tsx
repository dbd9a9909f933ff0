import { useSignal } from "@preact/signals";
import { CircleHelp, LogOut } from "lucide-preact";
import { useEffect } from "preact/hooks";
import { useLocation } from "wouter-preact";
import type { Me } from "../../../contracts/operators.ts";
import { tellFault } from "../ui/toasts.tsx";
import { AccountsPage } from "./AccountsPage.tsx";
import { AuditPage } from "./AuditPage.tsx";
import { signOut } from "./deskApi.ts";
import { FiguresPage } from "./FiguresPage.tsx";
import { HelpSheet } from "./HelpSheet.tsx";
import { actOf } from "./keys.ts";
import { PeoplePage } from "./PeoplePage.tsx";
import { QueuesPage } from "./QueuesPage.tsx";
import { TokensPage } from "./TokensPage.tsx";

/** Pages beside the queues, and who has them. */
const PAGES = [
	{ name: "figures", label: "Figures", isFor: (me: Me) => me.roles.some((role) => role !== "admin") },
	{
		name: "accounts",
		label: "Accounts",
		isFor: (me: Me) => me.roles.some((role) => role === "moderator" || role === "senior" || role === "admin"),
	},
	{ name: "people", label: "People", isFor: (me: Me) => me.roles.includes("admin") },
	{ name: "audit", label: "Audit log", isFor: (me: Me) => me.roles.includes("admin") },
	{ name: "tokens", label: "Tokens", isFor: () => true },
] as const;

/** The desk behind its door: queues and cases, and the pages beside them. */
export function Desk({ me, page, onOut }: { me: Me; page: string | undefined; onOut(why: string): void }) {
	const [, navigate] = useLocation();
	const isHelping = useSignal(false);
	const reviews = me.roles.some((role) => role !== "admin");
	useEffect(() => {
		const press = (event: KeyboardEvent) => {
			if (actOf(event) !== "help") return;
			event.preventDefault();
			isHelping.value = true;
		};
		addEventListener("keydown", press);
		return () => removeEventListener("keydown", press);
	}, []);
	const leave = async () => {
		try {
			await signOut();
			onOut("You are signed out.");
		} catch (error) {
			tellFault(error);
		}
	};
	const at = PAGES.find(({ name }) => name === page)?.name ?? (reviews ? null : "people");
	return (
		<main class="desk">
			<header class="desk__head">
				<h1>Desk</h1>
				<nav class="desk__pages" aria-label="Pages of the desk">
					{reviews && (
						<a
							href="/desk"
							aria-current={at === null ? "page" : undefined}
							onClick={(event) => {
								event.preventDefault();
								navigate("/desk");
							}}
						>
							Queues
						</a>
					)}
					{PAGES.filter(({ isFor }) => isFor(me)).map(({ name, label }) => (
						<a
							key={name}
							href={`/desk/${name}`}
							aria-current={at === name ? "page" : undefined}
							onClick={(event) => {
								event.preventDefault();
								navigate(`/desk/${name}`);
							}}
						>
							{label}
						</a>
					))}
				</nav>
				<span class="desk__me quiet">{me.name}</span>
				<button type="button" class="icon-button" aria-label="Keys (?)" onClick={() => (isHelping.value = true)}>
					<CircleHelp size={20} />
				</button>
				<button type="button" class="icon-button" aria-label="Sign out" onClick={() => void leave()}>
					<LogOut size={20} />
				</button>
			</header>
			{at === null && <QueuesPage me={me} caseId={page} />}
			{at === "figures" && <FiguresPage />}
			{at === "accounts" && <AccountsPage me={me} />}
			{at === "people" && <PeoplePage me={me} />}
			{at === "audit" && <AuditPage />}
			{at === "tokens" && <TokensPage />}
			{isHelping.value && <HelpSheet onClose={() => (isHelping.value = false)} />}
		</main>
	);
}
