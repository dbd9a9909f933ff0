/**
 * Address of a hashtag's page, in whatever form and case it is written: the page finds it by what it is looked up by, so that a feed need
 * not know how to fold one.
 */
export const tagAddress = (tag: string): string => `/tag/${encodeURIComponent(tag)}`;
