import type { Hono } from "hono";
import * as contract from "../../../contracts/experiments.ts";
import { experimentNotFound } from "../../../contracts/problems/operations.ts";
import { type DeclaredExperiment, EXPERIMENTS } from "../../experiments/index.ts";
import { readMoments } from "../../experiments/ledger/index.ts";
import { type AppEnv, route } from "../../gateway/index.ts";
import { listed, reportOf } from "./report.ts";

export function experimentRoutes(app: Hono<AppEnv>, experiments: readonly DeclaredExperiment[] = EXPERIMENTS): void {
	route(app, contract.listExperiments, ({ services }) => ({
		experiments: experiments.map((experiment) => listed(experiment, services.clock())),
	}));
	route(app, contract.experimentReport, async ({ params, services }) => {
		const experiment = experiments.find(({ id }) => id === params.id);
		if (experiment === undefined) throw experimentNotFound();
		return reportOf(experiment, await readMoments(services, experiment.id), services.clock());
	});
}
