import type { Reason } from "../../../contracts/moderation.ts";

/**
 * Words that a person is to look at, by language. Only what means nothing else is here: of two published lists one has "les", "não" and
 * 中国 among its words, the other beer and girls (docs/decisions/moderation.md). English is known to a package that sees through tricks.
 *
 * A term ending in `*` also stands at the beginning of longer words. Accents and case don't matter.
 */
export const LEXICON: Readonly<Record<string, readonly string[]>> = {
	ar: ["شرموطة", "شرموط", "قحبة", "منيوك", "كس امك", "ابن الكلب", "ابن الشرموطة"],
	de: ["hurensohn*", "fotze*", "wichser*", "arschficker*", "schwuchtel*", "kanake*", "neger", "negerin", "nutte", "judensau*", "fick dich"],
	es: ["hijo de puta", "hija de puta", "hijoputa", "puta", "putas", "maricon*", "sudaca*", "chupame la polla", "follar"],
	fr: [
		"fils de pute",
		"nique ta mere",
		"encule*",
		"pute",
		"putes",
		"salope*",
		"bougnoule*",
		"negro",
		"sale arabe",
		"sale juif",
		"sale noir",
	],
	hi: ["मादरचोद", "बहनचोद", "भोसड़ीके", "चूतिया", "रंडी", "madarchod", "behenchod", "bhosdike", "chutiya"],
	id: ["kontol", "memek", "ngentot"],
	it: ["figlio di puttana", "puttana", "puttane", "frocio", "froci", "pompino", "succhiami il cazzo", "negro di merda"],
	ja: ["強姦", "輪姦", "獣姦", "中出し", "まんこ", "ちんこ", "死ね"],
	ko: ["씨발", "개새끼", "병신", "창녀", "강간", "쪽바리", "짱깨"],
	nl: ["kankerhoer*", "kankerlijer*", "tyfushoer*", "hoer", "hoeren", "neuken"],
	pl: ["skurwysyn*", "kurwa", "jebac", "jebany", "pizda", "pedal jebany"],
	pt: ["filho da puta", "filha da puta", "puta", "putas", "vai tomar no cu", "boceta", "viado*"],
	ru: ["пидор*", "пидарас*", "блядь", "бляди", "пизда*", "ебать", "ебаный", "хуй", "хуесос*"],
	tr: ["orospu*", "amina koy*", "ibne", "ibneler", "siktir*"],
	vi: ["dit me", "du ma may"],
	zh: ["操你妈", "鸡巴", "傻逼", "强奸", "轮奸", "婊子", "卖淫", "肏"],
};

/** What is said about somebody in so many words, and what for a person is to look. */
export const PHRASES: Readonly<Partial<Record<Reason, readonly string[]>>> = {
	self_harm: ["kill yourself", "go hang yourself", "kys", "bring dich um", "suicidate", "tue toi", "matate"],
	violence: [
		"i will kill you",
		"i am going to kill you",
		"gonna kill you",
		"shoot up the school",
		"bomb the school",
		"ich bring dich um",
		"te voy a matar",
	],
	hate: ["heil hitler", "gas the jews", "white power", "sieg heil", "death to all"],
	minor_safety: ["child porn", "childporn", "kinderporno*", "pedo links", "cp links", "porno infantil", "pornographie infantile"],
	drugs_and_weapons: [
		"buy cocaine",
		"cocaine for sale",
		"meth for sale",
		"heroin for sale",
		"fentanyl for sale",
		"guns for sale no license",
	],
};

/** English words that many say without harm: noted, and nothing follows. As the package names its terms, doubled letters written once. */
export const MILD =
	/^(?:f+u?c?k|mother ?fuck|shit|bull ?shit|as+$|as+ho|dumbas|badas|jackas|bitch|bastard|dick|cock|crap|damn|hell|pis|boob|tit|cum|pus|slut|whore|arse|bollock|wank|prick|twat|balls|butt|sex|horny|god ?dam)/;
/** Names and phrases that hold one. */
export const INNOCENT = [
	"dick van dyke",
	"moby dick",
	"cum laude",
	"pussy cat",
	"pussy willow",
	"pussy riot",
	"philip k dick",
	"dick cheney",
	"cock a doodle",
	"heil dir",
	"snigger",
	"niggle",
	"denigrate",
	"hoera",
	"hoerskool",
];
