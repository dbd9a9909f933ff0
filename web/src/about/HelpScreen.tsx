import { DELETION_GRACE_DAYS, EDIT_MESSAGE_MS, MAX_DURATION_MS, MAX_UPLOAD_BYTES, MIN_DURATION_MS } from "../../../contracts/limits.ts";
import { Link } from "../shell/Link.tsx";
import { AboutPage } from "./AboutPage.tsx";

/** Answers to what people ask. */
export const HelpScreen = () => (
	<AboutPage title="Help">
		<h2>Watching</h2>
		<ul>
			<li>Swipe up for the next one. Tap to pause, tap twice to like, hold for double speed.</li>
			<li>Pull down on the first one for a fresh start.</li>
			<li>On a keyboard: arrows, space, M, L, C. The ? key shows them all.</li>
			<li>
				Not what you like? “…” on the video, or{" "}
				<Link href="/settings/feed" class="link">
					What you see
				</Link>
				.
			</li>
		</ul>
		<h2>Posting</h2>
		<ul>
			<li>
				Videos of {MIN_DURATION_MS / 1_000} second to {MAX_DURATION_MS / 60_000} minutes, {MAX_UPLOAD_BYTES / 1024 / 1024} MB at most: MP4,
				MOV, WebM, MKV and more.
			</li>
			<li>You may leave while it uploads: it goes on when you come back.</li>
			<li>If it can't be processed, your profile says why.</li>
		</ul>
		<h2>Messages</h2>
		<ul>
			<li>
				Write to people from their profile or from{" "}
				<Link href="/messages" class="link">
					Messages
				</Link>
				; choose several for a group. “Share” on a video sends it to them.
			</li>
			<li>
				Hold a message down to react, answer, edit (for {EDIT_MESSAGE_MS / 60_000} minutes), take it back or report it. With a mouse the
				same stands beside it.
			</li>
			<li>Hold the microphone down to say it, or touch it once and send when you're done.</li>
			<li>
				Somebody you don't follow waits in your requests. You choose{" "}
				<Link href="/settings/messages" class="link">
					who can write to you
				</Link>
				.
			</li>
		</ul>
		<h2>Your account</h2>
		<ul>
			<li>
				<Link href="/forgot" class="link">
					Forgot your password?
				</Link>{" "}
				We mail a link to the address in your account. Without an address there is nothing we could prove you by: add one in{" "}
				<Link href="/settings/email" class="link">
					Settings
				</Link>{" "}
				while you can.
			</li>
			<li>
				Somebody else in your account?{" "}
				<Link href="/settings/password" class="link">
					Change the password
				</Link>
				: everybody else is signed out.
			</li>
			<li>
				<Link href="/settings/delete" class="link">
					Delete your account
				</Link>
				, and change your mind for {DELETION_GRACE_DAYS} days by logging in.
			</li>
		</ul>
	</AboutPage>
);
