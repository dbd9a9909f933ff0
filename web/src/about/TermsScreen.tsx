import { DELETION_GRACE_DAYS, MIN_AGE_YEARS } from "../../../contracts/limits.ts";
import { Link } from "../shell/Link.tsx";
import { AboutPage } from "./AboutPage.tsx";

/** What one agrees to by signing up, in plain words. */
export const TermsScreen = () => (
	<AboutPage title="Terms">
		<p>Short, because they should be read. Whoever runs this copy of reelay may add terms of their own.</p>
		<h2>You</h2>
		<ul>
			<li>You are {MIN_AGE_YEARS} or older.</li>
			<li>Your account is yours alone: keep the password to yourself.</li>
			<li>
				You follow the{" "}
				<Link href="/rules" class="link">
					rules
				</Link>
				.
			</li>
		</ul>
		<h2>What you post</h2>
		<ul>
			<li>
				It stays yours. You let reelay store it, make it ready for every screen, and show it to those you chose: everyone, your followers,
				or nobody but you.
			</li>
			<li>Post what you made, or what you may post.</li>
			<li>You can delete it at any time. From then on nobody is shown it.</li>
		</ul>
		<h2>What reelay does</h2>
		<ul>
			<li>It chooses videos for you from what you watch, like and set. You can change that, or begin anew, in the settings.</li>
			<li>Whoever runs it may take down what breaks the rules.</li>
			<li>It is free software, given as it is: things may fail, and you should keep your originals.</li>
		</ul>
		<h2>The end</h2>
		<p>
			You can delete your account in the settings. It is hidden at once and erased after {DELETION_GRACE_DAYS} days, or at once if you wish.
		</p>
	</AboutPage>
);
