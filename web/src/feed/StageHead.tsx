import { Search } from "lucide-preact";
import type { ComponentChildren } from "preact";
import { useLocation } from "wouter-preact";
import { isSignedIn } from "../account/session.ts";
import { Link } from "../shell/Link.tsx";
import { Mark } from "../shell/Mark.tsx";
import * as shellWords from "../shell/shell.words.ts";
import "./stage-head.css";

interface StageHeadProps {
	/** The way back, at the left. */
	start?: ComponentChildren;
	/** In the middle; guests see the wordmark where nothing else stands. */
	children?: ComponentChildren;
}

/** What floats over the head of the stage: where one is, the way back, and for guests whose house this is and the way in. */
export function StageHead({ start, children }: StageHeadProps) {
	const [path] = useLocation();
	const mark = !isSignedIn.value && (
		<Link href="/" class={children ? "stage-head__mark stage-head__mark--short" : "stage-head__mark"} aria-label={shellWords.homeMark()}>
			<Mark size={26} />
			<span>reelay</span>
		</Link>
	);
	const search = (
		<Link href="/search" class="stage-head__search" aria-label={shellWords.search()}>
			<Search size={24} />
		</Link>
	);
	return (
		<header class="stage-head">
			<div class="stage-head__side">
				{start ?? (children ? mark : null)}
				{children && !isSignedIn.value && search}
			</div>
			{children ?? mark}
			<div class="stage-head__side stage-head__side--end">
				{children && isSignedIn.value && search}
				{!isSignedIn.value && (
					<Link href={`/login?back=${encodeURIComponent(path)}`} class="stage-head__enter">
						{shellWords.logIn()}
					</Link>
				)}
			</div>
		</header>
	);
}
