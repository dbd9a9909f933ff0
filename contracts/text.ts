/** A character that leaves a mark: not a space, none of Unicode's combining ones alone, and none that is a letter in name only (Hangul's filler, the blank Braille pattern). */
export const VISIBLE = /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;
