export { type AllowancesRpc, returnAllowance, spendAllowance, tierOf } from "./spend.ts";
