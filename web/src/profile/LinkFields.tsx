import { Plus, X } from "lucide-preact";
import { PROFILE_LINK_LENGTH_MAX, PROFILE_LINKS_MAX } from "../../../contracts/limits.ts";
import { Field } from "../ui/Field.tsx";
import * as profileWords from "./profile.words.ts";

interface LinkFieldsProps {
	links: readonly string[];
	/** What is wrong, by field: `links.0`. */
	faults: Readonly<Record<string, string>>;
	onLinks(links: string[]): void;
}

/** Addresses on a profile, a line each. */
export function LinkFields({ links, faults, onLinks }: LinkFieldsProps) {
	return (
		<fieldset class="links-field">
			<legend>{profileWords.links()}</legend>
			{links.map((link, place) => (
				<div class="links-field__line" key={place}>
					<Field
						label={profileWords.linkNumber({ number: place + 1 })}
						type="url"
						inputMode="url"
						placeholder="https://"
						autocomplete="url"
						maxLength={PROFILE_LINK_LENGTH_MAX}
						value={link}
						onValue={(value) => onLinks(links.with(place, value))}
						fault={faults[`links.${place}`]}
					/>
					<button
						type="button"
						class="button profile__square"
						aria-label={profileWords.removeLink({ number: place + 1 })}
						onClick={() => onLinks(links.toSpliced(place, 1))}
					>
						<X size={20} />
					</button>
				</div>
			))}
			{faults.links && (
				<p class="edit-profile__fault" role="alert">
					{faults.links}
				</p>
			)}
			{links.length < PROFILE_LINKS_MAX && (
				<button type="button" class="button button--small" onClick={() => onLinks([...links, ""])}>
					<Plus size={18} /> {profileWords.addLink()}
				</button>
			)}
		</fieldset>
	);
}
