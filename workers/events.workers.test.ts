import { expect, it } from "vitest";
import { EVENTS } from "./events.ts";

/** The steps of each event: rounds apart by an arrow, what follows the acknowledgement behind the bar. */
const LISTS = Object.entries(EVENTS).map(([event, { before, after }]) => {
	const names = (steps: readonly { readonly name: string }[]) => steps.map(({ name }) => name).join(" + ");
	return `${event}: ${before.map(names).join(" → ")}${after.length === 0 ? "" : ` | ${names(after)}`}`;
});

it("follows up on each event with these steps in this order", () => {
	expect(LISTS).toEqual([
		"published: creator_told → profile_counted + original_sound_kept → reach_limited → findable + tagged + searchable + sound_counted | trending_counted + habits_noted",
		"changed: profile_counted + sound_counted + creator_told → findable + tagged + searchable",
		"failed: creator_told",
		"judged: creator_told",
		"decided: account_decided + video_decided + reach_limited + video_sound_decided + comment_decided + message_decided + profile_decided + sound_decided → owner_told + appeals_settled + bot_score_settled + disputes_settled + claims_settled + reports_settled",
		"reconsidered: appeals_settled + reports_settled",
		"reportSettled: reporter_told",
		"appealSettled: appellant_told",
		"suspended: sessions + profile_hidden + videos_hidden → videos_tagged + sounds_counted",
		"limitEnded: reach_given_back",
		"readmitted: sessions_renewed + profile_shown + videos_shown → videos_tagged + sounds_counted",
		"milestone: creator_told",
		"withheld: profile_counted + sound_counted + not_findable + untagged + not_searchable + unpinned",
		"deleted: notices_withdrawn + untagged + sound_counted",
		"removed: not_findable + untagged + not_searchable → notices_withdrawn + unpinned + original_sound_forgotten + reference_forgotten + sound_counted",
		"acted: learned + collections_left | comments_counted + creator_told + room_told + habits_noted",
		"commentShown:  | comments_counted + people_told + room_told",
		"commentEdited:  | people_told + room_told",
		"commentLiked:  | author_told",
		"reposted:  | creator_told + habits_noted",
		"unreposted: ",
		"unacted: notices_withdrawn",
		"followed: relations_outdated → session_told + notices_withdrawn + conversation_closed | followee_told + milestone_told + habits_noted",
		"hashtagFollowed: session_told",
		"turned: videos_turned → findable + videos_tagged + sounds_counted + searchable → requests_accepted",
		"cameOfAge: relations_outdated + videos_ripened → findable + videos_tagged + sounds_counted + searchable",
		"joined: guest_session_adopted",
		"signedOut: sockets_closed + push_ended",
		"mailDue: mailed",
		"secured: owner_told",
		"exported: owner_told + owner_mailed",
		"left: profile_hidden + videos_hidden → videos_tagged + sounds_counted",
		"returned: profile_shown + videos_shown → videos_tagged + sounds_counted",
		"erased: sessions → profile_hidden + videos_hidden → videos → engagement → comments + pins + avatar + reposts + collections + hashtags + sound_favourites + reports + appeals + cases + bot_score + habits + copyright + mentions + exports → graph + messages → inbox → feed_session",
		"forgotten: profile",
	]);
});
