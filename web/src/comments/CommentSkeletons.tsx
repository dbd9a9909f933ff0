import * as feedWords from "../feed/feed.words.ts";
export const CommentSkeletons = () => (
	<div role="progressbar" aria-label={feedWords.loadingComments()}>
		{[72, 48, 88, 60].map((width) => (
			<div class="comment" key={width}>
				<div class="skeleton comment__face" />
				<div class="comment__body">
					<div class="skeleton comment__line comment__line--short" />
					<div class="skeleton comment__line" style={{ width: `${width}%` }} />
				</div>
			</div>
		))}
	</div>
);
