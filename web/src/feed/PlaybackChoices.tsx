import { Gauge, SkipForward, Sparkles } from "lucide-preact";
import { SPEEDS, speed } from "../player/speed.ts";
import { goesOn, QUALITIES, type Quality, quality } from "../player/viewing.ts";
import { Switch } from "../ui/Switch.tsx";
import * as sheetsWords from "./sheets.words.ts";
import "../ui/segments.css";
import "./more-sheet.css";

/** How fast clips play. */
export const Speed = () => (
	<li class="sheet-row sheet-row--still">
		<Gauge size={22} />
		<span id="speed">{sheetsWords.speed()}</span>
		<div class="segments more__speeds" role="radiogroup" aria-labelledby="speed">
			{SPEEDS.map((value) => (
				<label key={value}>
					<input type="radio" name="speed" checked={speed.value === value} onChange={() => (speed.value = value)} />
					<span class="numeric">{value}×</span>
				</label>
			))}
		</div>
	</li>
);

const QUALITY_WORDS: Record<Quality, () => string> = {
	auto: sheetsWords.qualityAuto,
	saver: sheetsWords.qualitySaver,
	best: sheetsWords.qualityBest,
};

/** How much data clips may take. */
export const QualityChoice = () => (
	<li class="sheet-row sheet-row--still">
		<Sparkles size={22} />
		<span id="quality">{sheetsWords.quality()}</span>
		<div class="segments more__speeds" role="radiogroup" aria-labelledby="quality">
			{QUALITIES.map((value) => (
				<label key={value}>
					<input type="radio" name="quality" checked={quality.value === value} onChange={() => (quality.value = value)} />
					<span>{QUALITY_WORDS[value]()}</span>
				</label>
			))}
		</div>
	</li>
);

/** Whether a clip makes way for the next one at its end. */
export const GoesOn = () => (
	<li class="sheet-row sheet-row--still">
		<SkipForward size={22} />
		<span class="more__switched">{sheetsWords.autoplayNext()}</span>
		<Switch label={sheetsWords.autoplayNext()} on={goesOn.value === "on"} onChange={(on) => (goesOn.value = on ? "on" : "off")} />
	</li>
);
