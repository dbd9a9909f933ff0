import * as profileWords from "./profile.words.ts";
/** The shape of a profile that is on its way. */
export const ProfileSkeleton = () => (
	<div class="page profile" role="progressbar" aria-label={profileWords.loadingProfile()}>
		<div class="profile__head">
			<div class="skeleton profile__face" />
			<div class="skeleton profile__line" />
			<div class="skeleton profile__line profile__line--long" />
			<div class="skeleton profile__line profile__line--button" />
		</div>
		<GridSkeleton />
	</div>
);

export const GridSkeleton = () => (
	<div class="grid">
		{[0, 1, 2, 3, 4, 5].map((tile) => (
			<div key={tile} class="skeleton tile" />
		))}
	</div>
);
