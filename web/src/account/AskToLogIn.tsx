import { LogIn } from "lucide-preact";
import { Link } from "../shell/Link.tsx";
import * as shellWords from "../shell/shell.words.ts";
import { Notice } from "../ui/Notice.tsx";
import * as accountWords from "./account.words.ts";

/** In place of a screen of one's own, for who is not signed in. @param back where they come to then */
export const AskToLogIn = ({ title, back }: { title: string; back: string }) => (
	<Notice
		isScreen
		icon={<LogIn size={28} />}
		title={accountWords.logInFirst()}
		action={
			<Link href={`/login?back=${back}`} class="button button--primary">
				{shellWords.logIn()}
			</Link>
		}
	>
		{title}
	</Notice>
);
