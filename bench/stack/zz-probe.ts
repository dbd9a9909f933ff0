import { startBenchStack, startBareHono, AUTH_SECRET } from "./zz-miniflare.ts";
import { seedVideos } from "./seed.ts";
import { cpuMs } from "./process.ts";
import { signToken } from "../../workers/gateway/signed-token.ts";
import { percentile } from "../table.ts";
const stack = await startBenchStack();
await seedVideos(stack, 150);
let n=1;
const get = async (cookie: string, path: string) => { const s=performance.now(); const r = await stack.mf.dispatchFetch("http://b.test"+path,{headers:{cookie}}); const b=await r.text(); return {ms:performance.now()-s,b,status:r.status}; };
const ck=()=>`reelay_guest=${signToken(AUTH_SECRET,"guest",String(1000+n++))}`;
const c=ck(); let first; do { first=await get(c,"/api/v1/feed?cursor=abc"); await new Promise(r=>setTimeout(r,200)); } while(first.b.includes("isFallback"));
const bare=await startBareHono(first.b);
const run = async (name:string,pid:number,fn:()=>Promise<unknown>)=>{ const v:number[]=[]; const c0=await cpuMs(pid); for(let i=0;i<300;i++){const s=performance.now(); await fn(); v.push(performance.now()-s);} console.log(name,"cpu",(((await cpuMs(pid))-c0)/300).toFixed(2),"p50",percentile(v,.5).toFixed(1)); };
for(let r=0;r<4;r++){
 await run("bare", bare.workerd, ()=>bare.mf.dispatchFetch("http://b.test/api/v1/feed").then(x=>x.text()));
 await run("404 outside api", stack.workerd, ()=>get(c,"/videos/zzz"));
 await run("404 in api (cookie)", stack.workerd, ()=>get(c,"/api/v1/zzz"));
 await run("repeated", stack.workerd, ()=>get(c,"/api/v1/feed?cursor=abc"));
 await run("repeated count=1", stack.workerd, ()=>get(c,"/api/v1/feed?cursor=one&count=1"));
}
await bare.close(); await stack.close();
