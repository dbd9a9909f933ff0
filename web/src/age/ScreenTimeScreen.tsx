import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { BREAKS_MIN, DAILY_LIMITS_MIN } from "../../../contracts/screen-time.ts";
import { AskToLogIn } from "../account/AskToLogIn.tsx";
import { account, isTeens } from "../account/session.ts";
import * as api from "../api/accounts.ts";
import { BackButton } from "../shell/BackButton.tsx";
import { useTitle } from "../shell/title.ts";
import { FaultNotice } from "../ui/Notice.tsx";
import { tell, tellFault } from "../ui/toasts.tsx";
import * as ageWords from "./age.words.ts";
import { span, weekday } from "./span.ts";
import "../account/settings.css";
import "./age.css";

const MINUTE_MS = 60_000;

/** How long one watched, and after how long one wants to be told. */
export function ScreenTimeScreen() {
	useTitle(ageWords.screenTime());
	if (!account.value) return <AskToLogIn title={ageWords.screenTime()} back="/settings/screen-time" />;
	return (
		<main class="page settings">
			<header class="page__head page__head--sub">
				<BackButton otherwise="/settings" />
				<h1>{ageWords.screenTime()}</h1>
			</header>
			<Times />
		</main>
	);
}

function Times() {
	const read = useSignal<api.ScreenTime | null>(null);
	const fault = useSignal<unknown>(null);
	const load = () =>
		api.screenTime().then(
			(now) => {
				read.value = now;
				fault.value = null;
			},
			(error: unknown) => (fault.value = error),
		);
	useEffect(() => void load(), []);
	const shown = read.value;
	if (shown === null) {
		if (fault.value !== null) return <FaultNotice error={fault.value} onRetry={() => void load()} />;
		return <div class="skeleton settings__skeleton" role="progressbar" aria-label={ageWords.loading()} />;
	}
	const choose = async (change: Partial<Pick<api.ScreenTime, "limitMin" | "breakMin">>) => {
		const { limitMin, breakMin } = { limitMin: shown.limitMin, breakMin: shown.breakMin, ...change };
		read.value = { ...shown, limitMin, breakMin };
		try {
			read.value = await api.changeScreenTime({ limitMin, breakMin });
			tell(ageWords.saved());
		} catch (error) {
			read.value = shown;
			tellFault(error, () => void choose(change));
		}
	};
	return (
		<>
			<p class="age__today">{ageWords.today({ time: span(shown.todayMs) })}</p>
			<p class="quiet">{ageWords.allDevices()}</p>
			<Week days={shown.days} />
			<Choice
				label={ageWords.tellMe()}
				minutes={DAILY_LIMITS_MIN}
				value={shown.limitMin}
				mayNever={!isTeens(account.value)}
				onChoose={(limitMin) => void choose({ limitMin })}
			/>
			<Choice
				label={ageWords.breaks()}
				minutes={BREAKS_MIN}
				value={shown.breakMin}
				mayNever
				onChoose={(breakMin) => void choose({ breakMin })}
			/>
		</>
	);
}

function Week({ days }: Pick<api.ScreenTime, "days">) {
	const most = Math.max(MINUTE_MS, ...days.map(({ watchedMs }) => watchedMs));
	return (
		<section>
			<h2>{ageWords.week()}</h2>
			<ol class="age__week">
				{days.map(({ day, watchedMs }) => (
					<li key={day}>
						<span class="age__bar" style={{ height: `${Math.round((watchedMs / most) * 100)}%` }} />
						<span class="quiet">{weekday(day)}</span>
						<span class="visually-hidden">{span(watchedMs)}</span>
					</li>
				))}
			</ol>
		</section>
	);
}

interface ChoiceProps {
	label: string;
	minutes: readonly number[];
	value: number | null;
	mayNever: boolean;
	onChoose(minutes: number | null): void;
}

const Choice = ({ label, minutes, value, mayNever, onChoose }: ChoiceProps) => (
	<label class="age__choice">
		<span>{label}</span>
		<select value={value ?? ""} onChange={({ currentTarget }) => onChoose(currentTarget.value === "" ? null : Number(currentTarget.value))}>
			{mayNever && <option value="">{ageWords.never()}</option>}
			{minutes.map((count) => (
				<option key={count} value={count}>
					{span(count * MINUTE_MS)}
				</option>
			))}
		</select>
	</label>
);
