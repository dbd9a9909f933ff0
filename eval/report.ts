import type { ColdResult } from "./cold.ts";
import type { CostResult } from "./cost.ts";
import type { RankerResult } from "./impressions.ts";
import type { NewVideosResult } from "./new-videos.ts";
import type { Summary } from "./scores.ts";

export interface Results {
	readonly data: { readonly folder: string; readonly sample: boolean; readonly warmUsers: number; readonly coldUsers: number };
	readonly warm: Readonly<Record<string, Summary>>;
	readonly cold: Readonly<Record<string, Readonly<Record<string, ColdResult>>>>;
	readonly ranker: Readonly<Record<string, RankerResult>>;
	readonly newVideos: NewVideosResult;
	readonly cost: CostResult;
	readonly seconds: number;
}

const decimals = (value: number | undefined, places = 4): string => (value === undefined ? "–" : value.toFixed(places));

/** Results as tables for a terminal. Ratios are to EASE in the same run. */
export function report(results: Results): string {
	const { warm, cold, ranker, newVideos, cost } = results;
	const ease = warm.ease?.ndcg10 ?? Number.NaN;
	const stages = Object.keys(cold.ours ?? {});
	return [
		`Data: ${results.data.folder}${results.data.sample ? " (the small generated sample: the figures mean nothing)" : ""}`,
		"",
		`Warm: ${results.data.warmUsers} viewers, all videos ranked, earlier ones masked`,
		table(
			["model", "NDCG@10", "± se", "× EASE", "HR@10", "R@20", "R@50", "R@500", "cover@10", "authors", "topics"],
			Object.entries(warm).map(([model, one]) => [
				model,
				decimals(one.ndcg10),
				decimals(one.se.ndcg10),
				decimals(one.ndcg10 / ease, 2),
				decimals(one.hr10, 3),
				decimals(one.recall20, 3),
				decimals(one.recall50, 3),
				decimals(one.recall500, 3),
				decimals(one.coverage10, 3),
				decimals(one.authors10, 1),
				decimals(one.topics10, 1),
			]),
		),
		"",
		"Cold: NDCG@10 (× EASE) after k events",
		table(
			["model", ...stages.map((k) => `k=${k}`)],
			Object.entries(cold).map(([model, one]) => [
				model,
				...stages.map(
					(k) => `${decimals(one[k]?.ndcg10)} (${decimals((one[k]?.ndcg10 ?? 0) / (cold.ease?.[k]?.ndcg10 ?? Number.NaN), 2)})`,
				),
			]),
		),
		"",
		"Ranker: logged impressions, predicted before learned from",
		table(
			["model", "AUC", "GAUC", "XAUC", "MAE s"],
			Object.entries(ranker).map(([model, one]) => [
				model,
				decimals(one.auc, 3),
				decimals(one.gauc, 3),
				decimals(one.xauc, 3),
				decimals(one.mae, 2),
			]),
		),
		"",
		`New videos: ${newVideos.hidden} hidden from training, ${newVideos.users} viewers; recall among them`,
		table(
			["model", "R@20", "R@50"],
			(["ours", "authorTopic", "chance"] as const).map((model) => [
				model,
				decimals(newVideos[model].recall20, 3),
				decimals(newVideos[model].recall50, 3),
			]),
		),
		"",
		"Cost of exploration and diversity: the page of ten as laid out",
		table(
			["page", "NDCG@10", "HR@10", "cover@10", "authors", "topics"],
			Object.entries(cost.pages).map(([kind, one]) => [
				kind,
				decimals(one.ndcg10),
				decimals(one.hr10, 3),
				decimals(one.coverage10, 3),
				decimals(one.authors10, 1),
				decimals(one.topics10, 1),
			]),
		),
		`Time: update ${decimals(cost.updateMs, 3)} ms, retrieval ${decimals(cost.retrieveMs, 2)} ms, ranking of 500 ${decimals(cost.rankMs, 2)} ms; the run ${Math.round(results.seconds)} s`,
	].join("\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)));
	const line = (cells: readonly string[]) =>
		cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ");
	return [line(head), line(widths.map((width) => "─".repeat(width))), ...rows.map(line)].join("\n");
}
