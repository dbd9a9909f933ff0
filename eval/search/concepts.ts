/** Languages of the measured set. */
export const LANGUAGES = ["en", "de", "ja"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a video may be about, and how people call it. */
export interface Concept {
	readonly id: string;
	/** What it is a kind of. */
	readonly group: string;
	/** Words that videos are titled with, the commonest first. */
	readonly words: Readonly<Record<Language, readonly string[]>>;
	/** Words that people search with and no video is titled with. */
	readonly asked: Readonly<Record<Language, readonly string[]>>;
}

/** Name, group, and the words of each language; those behind a star are asked for only. */
const CONCEPTS_TEXT = `
cat | animals | cat, kitten, *kitty, *feline | Katze, Kätzchen, *Kater | 猫, 子猫, *にゃんこ
dog | animals | dog, puppy, *doggo, *canine | Hund, Welpe, *Hündchen | 犬, 子犬, *わんこ
horse | animals | horse, pony, *stallion | Pferd, Pony, *Hengst | 馬, 乗馬, *ポニー
bird | animals | bird, parrot, *songbird | Vogel, Papagei, *Wellensittich | 鳥, インコ, *小鳥
rabbit | animals | rabbit, bunny, *hare | Kaninchen, Hase, *Häschen | うさぎ, ウサギ, *兎
fish | animals | fish, aquarium, *goldfish | Fisch, Aquarium, *Goldfisch | 魚, 水槽, *金魚
bee | animals | bees, beekeeping, *honeybee | Bienen, Imker, *Honigbiene | 蜂, 養蜂, *ミツバチ
pasta | food | pasta, spaghetti, *noodles | Nudeln, Spaghetti, *Pasta | パスタ, スパゲッティ, *麺
cake | food | cake, chocolate cake, *dessert | Kuchen, Torte, *Nachtisch | ケーキ, チョコレートケーキ, *デザート
bread | food | bread, sourdough, *baguette | Brot, Sauerteig, *Baguette | パン, 食パン, *バゲット
soup | food | soup, stew, *broth | Suppe, Eintopf, *Brühe | スープ, シチュー, *みそ汁
sushi | food | sushi, onigiri, *sashimi | Sushi, Reisbällchen, *Sashimi | 寿司, おにぎり, *刺身
coffee | drinks | coffee, espresso, *latte | Kaffee, Espresso, *Cappuccino | コーヒー, エスプレッソ, *喫茶店
tea | drinks | tea, matcha, *teapot | Tee, Matcha, *Teekanne | お茶, 抹茶, *緑茶
guitar | music | guitar, guitar solo, *guitarist | Gitarre, Gitarrensolo, *Gitarrist | ギター, ギターソロ, *弦楽器
piano | music | piano, piano cover, *keyboardist | Klavier, Klavierstück, *Pianist | ピアノ, ピアノ演奏, *鍵盤
drums | music | drums, drum cover, *percussion | Schlagzeug, Trommeln, *Drummer | ドラム, ドラム演奏, *太鼓
singing | music | singing, choir, *vocalist | Singen, Chor, *Gesang | 歌, 合唱, *カラオケ
violin | music | violin, fiddle, *violinist | Geige, Violine, *Geiger | バイオリン, ヴァイオリン, *オーケストラ
dance | dance | dance, choreography, *dancer | Tanz, Choreografie, *Tänzer | ダンス, 踊り, *ダンサー
ballet | dance | ballet, ballet rehearsal, *ballerina | Ballett, Ballettprobe, *Ballerina | バレエ, バレエ練習, *バレリーナ
yoga | fitness | yoga, stretching, *meditation | Yoga, Dehnen, *Meditation | ヨガ, ストレッチ, *瞑想
workout | fitness | workout, push-ups, *exercise | Training, Liegestütze, *Fitness | 筋トレ, 腕立て伏せ, *運動
running | fitness | running, marathon, *jogging | Laufen, Marathon, *Joggen | ランニング, マラソン, *ジョギング
soccer | sports | soccer, free kick, *football | Fußball, Freistoß, *Torwart | サッカー, フリーキック, *ゴール
basketball | sports | basketball, dribbling, *hoops | Basketball, Dribbling, *Korb | バスケットボール, ドリブル, *バスケ
tennis | sports | tennis, tennis serve, *racket | Tennis, Aufschlag, *Tennisschläger | テニス, サーブ, *ラケット
skate | sports | skateboarding, kickflip, *skatepark | Skateboard, Kickflip, *Skater | スケートボード, スケボー, *スケーター
climbing | sports | climbing, bouldering, *climber | Klettern, Bouldern, *Kletterer | クライミング, ボルダリング, *登山
ski | sports | skiing, snowboarding, *skier | Skifahren, Snowboard, *Skifahrer | スキー, スノーボード, *ゲレンデ
surf | sea | surfing, big waves, *surfer | Surfen, Wellenreiten, *Surfer | サーフィン, 大波, *波乗り
diving | sea | diving, coral reef, *scuba | Tauchen, Korallenriff, *Taucher | ダイビング, サンゴ礁, *潜水
fishing | sea | fishing, trout fishing, *angler | Angeln, Forelle, *Angler | 釣り, 海釣り, *釣り竿
drawing | art | drawing, sketch, *pencil art | Zeichnen, Skizze, *Bleistift | 絵, スケッチ, *イラスト
painting | art | painting, watercolor, *canvas | Malen, Aquarell, *Gemälde | 絵画, 水彩, *油絵
pottery | art | pottery, ceramics, *clay | Töpfern, Keramik, *Ton | 陶芸, 陶器, *粘土
knitting | craft | knitting, crochet, *yarn | Stricken, Häkeln, *Wolle | 編み物, かぎ針編み, *毛糸
wood | craft | woodworking, carpentry, *carpenter | Holzarbeit, Tischlern, *Schreiner | 木工, 大工, *家具作り
sewing | craft | sewing, dressmaking, *tailor | Nähen, Schneidern, *Nähmaschine | 裁縫, 洋裁, *ミシン
garden | home | gardening, tomatoes, *vegetable patch | Garten, Tomaten, *Gemüsebeet | ガーデニング, トマト, *家庭菜園
cleaning | home | cleaning, tidying, *housework | Putzen, Aufräumen, *Hausarbeit | 掃除, 片付け, *家事
makeup | beauty | makeup, lipstick, *cosmetics | Schminken, Lippenstift, *Kosmetik | メイク, 口紅, *化粧
hair | beauty | hairstyle, braids, *haircut | Frisur, Zöpfe, *Haarschnitt | 髪型, 三つ編み, *ヘアスタイル
fashion | beauty | outfit, thrift haul, *clothes | Outfit, Secondhand, *Kleidung | コーデ, 古着, *洋服
coding | tech | coding, javascript, *programming | Programmieren, Javascript, *Softwareentwicklung | プログラミング, コーディング, *開発
robot | tech | robot, robotics, *android | Roboter, Robotik, *Automat | ロボット, ロボット工学, *機械
phone | tech | smartphone, phone review, *cellphone | Smartphone, Handytest, *Mobiltelefon | スマホ, スマートフォン, *携帯電話
chess | games | chess, chess opening, *checkmate | Schach, Schacheröffnung, *Schachmatt | チェス, 将棋, *王手
gaming | games | gaming, speedrun, *videogame | Gaming, Speedrun, *Videospiel | ゲーム, ゲーム実況, *テレビゲーム
train | vehicles | train, steam train, *locomotive | Zug, Dampfzug, *Lokomotive | 電車, 新幹線, *鉄道
car | vehicles | car, car drifting, *automobile | Auto, Autotuning, *Wagen | 車, ドリフト, *自動車
bike | vehicles | bicycle, mountain bike, *cycling | Fahrrad, Mountainbike, *Radfahren | 自転車, マウンテンバイク, *サイクリング
plane | vehicles | airplane, takeoff, *aircraft | Flugzeug, Start und Landung, *Flieger | 飛行機, 離陸, *空港
hiking | outdoors | hiking, summit hike, *trekking | Wandern, Gipfeltour, *Wanderung | ハイキング, 山歩き, *トレッキング
camping | outdoors | camping, tent, *campfire | Camping, Zelt, *Lagerfeuer | キャンプ, テント, *焚き火
snow | weather | snow, first snow, *snowfall | Schnee, Neuschnee, *Schneefall | 雪, 初雪, *大雪
storm | weather | thunderstorm, lightning, *tempest | Gewitter, Blitz, *Unwetter | 雷, 雷雨, *嵐
volcano | science | volcano, lava, *eruption | Vulkan, Lava, *Ausbruch | 火山, 溶岩, *噴火
chemistry | science | chemistry, experiment, *laboratory | Chemie, Experiment, *Labor | 化学, 実験, *理科
baby | family | baby, toddler, *infant | Baby, Kleinkind, *Säugling | 赤ちゃん, 幼児, *ベビー
wedding | family | wedding, bride, *marriage | Hochzeit, Braut, *Trauung | 結婚式, 花嫁, *ウェディング
comedy | fun | comedy, stand-up, *jokes | Comedy, Kabarett, *Witze | お笑い, コント, *漫才
magic | fun | magic trick, card trick, *magician | Zaubertrick, Kartentrick, *Zauberer | 手品, マジック, *奇術
`;

const parts = (text: string, sign: string): string[] => text.split(sign).map((part) => part.trim());
const isAsked = (word: string): boolean => word.startsWith("*");

function conceptOf(line: string): Concept {
	const [id = "", group = "", ...lists] = parts(line, "|");
	const byLanguage = (keep: (words: readonly string[]) => string[]): Record<Language, readonly string[]> => {
		const [en = "", de = "", ja = ""] = lists;
		return {
			en: keep(parts(en, ",")),
			de: keep(parts(de, ",")),
			ja: keep(parts(ja, ",")),
		};
	};
	return {
		id,
		group,
		words: byLanguage((words) => words.filter((word) => !isAsked(word))),
		asked: byLanguage((words) => words.filter(isAsked).map((word) => word.slice(1))),
	};
}

export const CONCEPTS: readonly Concept[] = CONCEPTS_TEXT.trim().split("\n").map(conceptOf);

/** How, when or for whom a video shows what it is about. */
export interface Aspect {
	readonly id: string;
	readonly words: Readonly<Record<Language, string>>;
}
const ASPECTS_TEXT = `
night | at night | in der Nacht | 夜
beginner | for beginners | für Anfänger | 初心者
slow | in slow motion | in Zeitlupe | スローモーション
funny | funny moments | lustige Momente | 面白い瞬間
tutorial | step by step tutorial | Anleitung Schritt für Schritt | やり方を解説
rain | in the rain | im Regen | 雨の中
morning | early in the morning | früh am Morgen | 朝
winter | in winter | im Winter | 冬
summer | in summer | im Sommer | 夏
kids | with kids | mit Kindern | 子供と
cheap | on a budget | für wenig Geld | 節約
fail | epic fail | peinlich danebengegangen | 失敗
Japan | in Japan | in Japan | 日本で
challenge | 30 day challenge | 30 Tage Challenge | 三十日チャレンジ
relaxing | relaxing sounds | zum Entspannen | 癒し
`;
export const ASPECTS: readonly Aspect[] = ASPECTS_TEXT.trim()
	.split("\n")
	.map((line) => {
		const [id = "", en = "", de = "", ja = ""] = parts(line, "|");
		return {
			id,
			words: {
				en,
				de,
				ja,
			},
		};
	});

/** Words that stand in every other title and say nothing of what it is about. */
export const GROUP_WORDS: Readonly<Record<string, Readonly<Record<Language, string>>>> = Object.fromEntries(
	`animals | animals | Tiere | 動物
food | cooking | Kochen | 料理
drinks | cafe | Café | カフェ
music | music | Musik | 音楽
dance | dance | Tanzen | ダンス
fitness | fitness | Fitness | フィットネス
sports | sports | Sport | スポーツ
sea | ocean | Meer | 海
art | art | Kunst | アート
craft | diy | Basteln | 手作り
home | home | Zuhause | 暮らし
beauty | beauty | Schönheit | 美容
tech | tech | Technik | テクノロジー
games | games | Spiele | 遊び
vehicles | travel | Verkehr | 乗り物
outdoors | nature | Natur | 自然
weather | weather | Wetter | 天気
science | science | Wissenschaft | 科学
family | family | Familie | 家族
fun | fun | Spaß | 笑い`
		.split("\n")
		.map((line) => {
			const [group = "", en = "", de = "", ja = ""] = parts(line, "|");
			return [
				group,
				{
					en,
					de,
					ja,
				},
			];
		}),
);
