import { AboutPage } from "./AboutPage.tsx";

/** What is welcome, and what is not. */
export const RulesScreen = () => (
	<AboutPage title="Rules">
		<p>Be kind, be yourself, and show what you made.</p>
		<h2>Not here</h2>
		<ul>
			<li>Harassing or threatening anybody, or hatred for what people are.</li>
			<li>Sexual content with minors, or of anybody who didn't agree to it.</li>
			<li>Violence shown to frighten, and help with hurting others or oneself.</li>
			<li>Other people's videos as your own.</li>
			<li>Other people's addresses, numbers and secrets.</li>
			<li>Bought or made-up views, likes and followers. They don't count.</li>
		</ul>
		<h2>If you meet it</h2>
		<ul>
			<li>Block: on the person's profile. Neither of you sees the other any more.</li>
			<li>Comments under your own videos are yours to delete.</li>
			<li>“Less like this”, muting and filtered words keep things out of your feed.</li>
		</ul>
	</AboutPage>
);
