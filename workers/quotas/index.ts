export { type AllowancesRpc, returnAllowance, spendAllowance } from "./spend.ts";
