import { Languages } from "lucide-preact";
import { chooseLanguage, chosen } from "../language/choice.ts";
import { isLanguage, LANGUAGES, negotiate } from "../language/languages.ts";
import { tell } from "../ui/toasts.tsx";
import * as accountWords from "./account.words.ts";
import "./language-choice.css";

const choose = (value: string): void => {
	chooseLanguage(isLanguage(value) ? value : null).catch(() => tell(accountWords.languageNotLoaded()));
};

/** The language of the interface: as the browser says, or one of ours. Each is named by itself, for who can't read the others. */
export function LanguageChoice() {
	const browsers = LANGUAGES[negotiate(navigator.languages)].name;
	return (
		<label class="language-choice">
			<Languages size={22} aria-hidden="true" />
			<span class="visually-hidden">{accountWords.language()}</span>
			<select value={chosen.value ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
				<option value="">{accountWords.languageBrowser({ name: browsers })}</option>
				{Object.entries(LANGUAGES).map(([language, { name, dir }]) => (
					<option key={language} value={language} lang={language} dir={dir}>
						{name}
					</option>
				))}
			</select>
		</label>
	);
}
