import type { Video } from "./catalogue.ts";
import { ASPECTS, CONCEPTS, type Language } from "./concepts.ts";

/** What makes a query hard. */
export type Case = "plain" | "two words" | "typo" | "synonym" | "beginning" | "infix" | "dash" | "joined" | "hashtag" | "accent" | "demo";

export interface JudgedQuery {
	readonly text: string;
	readonly language: Language;
	readonly case: Case;
	/** How well a video answers it: 3 what was asked for, 2 what it is about, 1 near it, 0 not. */
	grade(video: Video): number;
}

/** `concept` or `concept+aspect`, in a language's line: what is typed, and what is meant by it. */
const ASKED: Readonly<Record<Language, string>> = {
	en: `
plain: cat = cat; pasta = pasta; guitar = guitar; yoga = yoga; camping = camping; volcano = volcano; robot = robot; coffee = coffee
two words: cat funny = cat+funny; guitar for beginners = guitar+beginner; running in winter = running+winter; piano tutorial = piano+tutorial; surfing in slow motion = surf+slow; camping in the rain = camping+rain; train in Japan = train+Japan; yoga early morning = yoga+morning
typo: guitr = guitar; skatebaording = skate; choclate cake = cake; robtics = robot; thunderstrom = storm; baskteball = basketball; woodworkng = wood; airplne = plane; chemisrty = chemistry; gardeing tomatos = garden; makeup lipstik = makeup; knittng = knitting
synonym: kitty = cat; canine = dog; noodles = pasta; percussion = drums; jogging = running; exercise = workout; programming = coding; automobile = car; aircraft = plane; cosmetics = makeup; haircut = hair; infant = baby; marriage = wedding; jokes = comedy; eruption = volcano; locomotive = train; housework = cleaning; clothes = fashion
beginning: skateb = skate; choreo = dance; climb = climbing; beekee = bee; volca = volcano
infix: working wood = wood; dough = bread; flip = skate
dash: push ups = workout; stand up = comedy; standup = comedy; mountain-bike = bike; piano-cover = piano
joined: mountainbike = bike; cardtrick = magic; chocolatecake = cake
hashtag: #guitar = guitar; #sourdough = bread`,
	de: `
plain: Katze = cat; Klavier = piano; Kuchen = cake; Vulkan = volcano; Wandern = hiking; Schach = chess; Roboter = robot
two words: Gitarre für Anfänger = guitar+beginner; Laufen im Winter = running+winter; Hund lustig = dog+funny; Brot Anleitung = bread+tutorial; Zug in Japan = train+Japan; Camping mit Kindern = camping+kids; Kaffee am Morgen = coffee+morning
typo: Gitare = guitar; Schmiken = makeup; Roboterr = robot; Schlagzueg = drums; Kaninchn = rabbit; Fahrad = bike; Hochzeti = wedding; Gewiter = storm; Programieren = coding; Flugzueg = plane
synonym: Kater = cat; Nachtisch = cake; Gesang = singing; Joggen = running; Lokomotive = train; Unwetter = storm; Videospiel = gaming; Kosmetik = makeup; Kleidung = fashion; Witze = comedy; Lagerfeuer = camping; Wolle = knitting; Ausbruch = volcano
beginning: Klett = climbing; Choreo = dance; Skatebo = skate
infix: eröffnung = chess; riff = diving
accent: Kätzchen = cat; Katzchen = cat; Fussball = soccer; Nahen = sewing; haekeln = knitting; Toepfern = pottery
joined: Kartentricks = magic; Gitarrensoli = guitar; Wellen reiten = surf
hashtag: #klavier = piano; #wandern = hiking`,
	ja: `
plain: 猫 = cat; 犬 = dog; ピアノ = piano; ギター = guitar; 寿司 = sushi; 火山 = volcano; ダンス = dance; 釣り = fishing
two words: 猫 面白い = cat+funny; ギター 初心者 = guitar+beginner; 冬のランニング = running+winter; 雨の中のキャンプ = camping+rain; ケーキの作り方 = cake+tutorial; 朝のコーヒー = coffee+morning; 日本の電車 = train+Japan
synonym: 波乗り = surf; 自動車 = car; 化粧 = makeup; 運動 = workout; 緑茶 = tea; 金魚 = fish; 洋服 = fashion; 嵐 = storm; 鉄道 = train; 麺 = pasta; カラオケ = singing; 携帯電話 = phone; デザート = cake; 油絵 = painting
typo: バスケトボール = basketball; スケートボド = skate; プログラミグ = coding; チョコレトケーキ = cake; ヴァイオリ = violin; マウンテンバク = bike
beginning: スノーボ = ski; スマート = phone; プログラ = coding
infix: 三つ = hair; 実況 = gaming
hashtag: #ピアノ = piano; #猫 = cat`,
};

/** Of the demo's clips, judged by hand: clip, or scene, and its grade. */
const DEMO = `
northern lights = mountains-1 3, mountains-4 3, mountains-2 3, mountains-3 2
aurora over mountains = mountains-1 3, mountains-2 3, mountains-3 3, mountains-4 3
jellyfish glow = jellyfish-2 3, jellyfish-3 3, jellyfish-1 2, jellyfish-4 2
jelyfish = jellyfish-1 3, jellyfish-2 3, jellyfish-3 3, jellyfish-4 3
medusa under water = jellyfish-1 3, jellyfish-3 3, jellyfish-4 3, jellyfish-2 2
lo-fi beats = city-4 3, city-1 2, city-2 2
lofi rain = city-1 3, city-2 3, city-4 2, city-3 1
neon city night = city-1 3, city-2 3, city-3 3, city-4 1
galaxy = space-2 3, space-1 2, space-3 1, space-4 1
saturn = space-3 3, space-2 1, space-1 1
stars and universe = space-1 3, space-2 3, space-4 3, space-3 2
golden hour sea = ocean-1 3, ocean-4 2, ocean-2 1, ocean-3 2
moon light = ocean-3 3
kaleidoscop = kaleidoscope-1 3, kaleidoscope-3 3, kaleidoscope-4 3, kaleidoscope-2 2
mandala art = kaleidoscope-1 3, kaleidoscope-2 3, kaleidoscope-4 3, kaleidoscope-3 1
retro arcade = synthwave-1 3, synthwave-3 3, synthwave-4 3, synthwave-2 2
game jam = synthwave-3 3, synthwave-2 1, synthwave-1 1, synthwave-4 1
sailing = ocean-2 3
Nordlichter = mountains-1 3, mountains-2 3, mountains-4 3, mountains-3 2
クラゲ = jellyfish-1 3, jellyfish-2 3, jellyfish-3 3, jellyfish-4 3`;

/** A video in another language answers, too, but less: it is there to be seen. */
const OTHER_LANGUAGE = 1;

function judged(text: string, meant: string, language: Language, kind: Case): JudgedQuery {
	const [id = "", aspectId] = meant.split("+");
	const concept = CONCEPTS.find((one) => one.id === id);
	const aspect = aspectId === undefined ? undefined : ASPECTS.find((one) => one.id === aspectId);
	if (concept === undefined || (aspectId !== undefined && aspect === undefined)) throw new Error(`Nothing is called ${meant}.`);
	return {
		text,
		language,
		case: kind,
		grade(video) {
			if (video.concept !== concept.id) return 0;
			const isAll = aspect === undefined || video.aspect === aspect.id;
			if (video.language !== language) return isAll ? OTHER_LANGUAGE : 0;
			return isAll ? 3 : 1;
		},
	};
}

function demoQuery(line: string): JudgedQuery {
	const [text = "", answers = ""] = line.split(" = ");
	const grades = new Map(
		answers.split(", ").map((answer) => {
			const [clip = "", grade = "0"] = answer.split(" ");
			return [clip, Number(grade)];
		}),
	);
	return {
		text,
		language: /\p{Script=Katakana}/u.test(text) ? "ja" : text === "Nordlichter" ? "de" : "en",
		case: "demo",
		grade: ({ clip }) => (clip === null ? 0 : (grades.get(clip) ?? 0)),
	};
}

/** The measured queries. */
export const QUERIES: readonly JudgedQuery[] = [
	...(["en", "de", "ja"] as const).flatMap((language) =>
		ASKED[language]
			.trim()
			.split("\n")
			.flatMap((line) => {
				const [kind = "", list = ""] = line.split(": ");
				return list.split("; ").map((pair) => {
					const [text = "", meant = ""] = pair.split(" = ");
					return judged(text, meant, language, kind as Case);
				});
			}),
	),
	...DEMO.trim().split("\n").map(demoQuery),
];
