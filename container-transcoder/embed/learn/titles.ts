import { seeded } from "../../../contracts/seeded.ts";

/** Subjects people film, each as: what it is | hashtags. Made up; only their spread over the language matters. */
const SUBJECTS = `
waves on the beach, surfing at dawn, swimming with turtles, tide pools, sailing in a storm | ocean sea surf beach waves travel
northern lights, a night under the stars, the Milky Way, a lunar eclipse, a rocket launch | space astronomy stars night science
snow in the mountains, a hike to the summit, a glacier lake, camping in the rain, autumn woods | nature hiking mountains outdoors
a puppy's first bath, my cat and the box, feeding baby goats, a parrot that sings, horses running | animals pets cute dog cat
homemade pasta, one-pan dinner, the perfect omelette, my grandmother's soup, chocolate cake | cooking food recipe baking
latte art, cold brew at home, a tiny coffee shop, roasting beans | coffee barista cafe
a guitar solo, learning the piano, a drum cover, lo-fi beats to study to, a live concert, singing in the rain | music guitar piano beats cover
a dance routine, salsa in the street, ballet rehearsal, breakdance battle, a wedding dance | dance choreography hiphop
a free kick, a buzzer beater, the winning goal, tennis serve, basketball dribbling drills, a marathon | sports football basketball training
morning yoga, home workout, deadlift form, five-minute abs, stretching for runners | fitness gym workout health
a boss fight, speedrun record, building a castle in the game, my gaming setup, an indie game I made | gaming gamer esports streamer
a mechanical keyboard, unboxing a phone, a robot that walks, coding a website, 3D printing | tech coding gadgets robotics
watercolour flowers, oil painting, digital drawing, sculpting clay, calligraphy, street murals | art drawing painting artist
fractals, generative patterns, optical illusions, mathematics of spirals, a kaleidoscope | math geometry satisfying abstract
a chemistry experiment, how magnets work, slow-motion water drops, volcanoes, the human brain | science physics education learn
thrift haul, outfit of the day, sneakers, sewing a dress, winter layers | fashion style outfit
five-minute makeup, skincare routine, curly hair, nail art | beauty makeup skincare
city lights in the rain, a walk through Tokyo, street food market, night trains, skyscrapers | city travel street night urban
a weekend in Lisbon, road trip, hidden waterfalls, desert dunes, island hopping | travel wanderlust adventure
restoring an old chair, woodworking, tiny house, fixing a bike, painting the kitchen | diy craft home woodworking
growing tomatoes, a balcony garden, pruning roses, houseplants, wildflowers | garden plants flowers nature
fireworks over the river, new year's eve, a birthday surprise, carnival, lantern festival | celebration festival fireworks party
candles and rain sounds, lava lamp glow, sleep sounds, soft whispering, slime | relax calm asmr satisfying
when the teacher leaves, my mother on the phone, office jokes, a prank, stand-up | comedy funny skit humor
drifting cars, motorbike ride, vintage engines, electric cars, a train ride | cars motorsport engine
a toddler's first steps, school lunches, parenting hacks, twins, bedtime story | family kids parenting
study with me, exam tips, learning Spanish, book reviews, library tour | study books education language
saving money, a small business, packing orders, first job, market stall | business finance career
jellyfish glowing, coral reefs, whales breaching, deep sea creatures, an aquarium | ocean marine underwater jellyfish animals
birds at the feeder, an owl at night, bees and flowers, butterflies, foxes in the snow | wildlife birds nature animals
magic tricks, card shuffles, juggling, marble runs, domino chains | magic satisfying skills
skateboarding, parkour, snowboarding, climbing, BMX tricks | extreme skate sports outdoors
film photography, drone shots, golden hour portraits, editing tips, time-lapse clouds | photography drone timelapse
synthesizers, neon lights, retro computers, pixel art, vaporwave | retro neon synthwave art
thunderstorms, fog in the valley, sunrise, first snow, rainbows | weather nature sky
vlog of my day, moving to a new city, morning routine, my apartment, night shift | vlog life daily`;

const FRAMES = [
	"{}",
	"Watch this: {}",
	"{} that calms me down",
	"The best {} I have ever seen",
	"How to start with {}",
	"POV: {}",
	"A minute of {}",
	"Nobody talks about {}",
	"{}, part 2",
	"Wait for it... {}",
	"I tried {} for 30 days",
	"Why I love {}",
];

/** Titles with hashtags such as people write, always the same ones. */
export function madeUpTitles(): string[] {
	const random = seeded(7);
	const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
	return SUBJECTS.trim()
		.split("\n")
		.flatMap((line) => {
			const [things = "", tags = ""] = line.split(" | ");
			const hashtags = tags.split(" ");
			return things.split(", ").flatMap((thing) =>
				FRAMES.flatMap((frame) => {
					const title = frame.replace("{}", thing);
					const some = hashtags.filter(() => random() < 0.5).join(" ");
					const capital = title.charAt(0).toUpperCase() + title.slice(1);
					return random() < 0.2 ? [capital] : [`${capital}. ${some || pick(hashtags)}`];
				}),
			);
		});
}
