import { DELETION_GRACE_DAYS } from "../../../contracts/limits.ts";
import { Link } from "../shell/Link.tsx";
import { AboutPage } from "./AboutPage.tsx";

/** What is kept of a person, for what, and how it goes. */
export const PrivacyScreen = () => (
	<AboutPage title="Privacy">
		<p>What reelay keeps of you, what for, and how to be rid of it.</p>
		<h2>Of everybody who watches</h2>
		<ul>
			<li>A cookie that tells your feed from others'. No other company's cookies, no advertising.</li>
			<li>
				What you watched, for how long, and what you did about it: your feed learns from it. For measuring and learning it is also kept for
				90 days under a random name, with the country your connection comes from.
			</li>
			<li>
				Your{" "}
				<Link href="/history" class="link">
					watch history
				</Link>
				: thirty days, 500 videos at most. Only you see it, and you can clear it.
			</li>
		</ul>
		<h2>If you sign up</h2>
		<ul>
			<li>Your user name, and what you write on your profile: everyone sees that.</li>
			<li>Your date of birth, to know whether you may be here. Nobody else sees it.</li>
			<li>Your e-mail address, if you gave one, to set a new password and to tell you of changes to your account. Nobody else sees it.</li>
			<li>A hash of your password, never the password.</li>
			<li>Where you are signed in: device and network address, shown in your settings.</li>
			<li>What you post, like, keep, write and follow. Likes and favourites are listed to you alone.</li>
		</ul>
		<h2>Who gets it</h2>
		<p>Whoever runs this copy of reelay, on the services it runs on, and whoever sends its mail. It is not sold.</p>
		<h2>How it goes</h2>
		<ul>
			<li>
				“Begin anew” under{" "}
				<Link href="/settings/feed" class="link">
					What you see
				</Link>{" "}
				forgets what your feed learned.
			</li>
			<li>A deleted video is gone from every screen at once; its files follow within about an hour.</li>
			<li>
				A deleted account is hidden at once and erased after {DELETION_GRACE_DAYS} days, or at once if you wish. The random name above is
				then nobody's.
			</li>
		</ul>
	</AboutPage>
);
