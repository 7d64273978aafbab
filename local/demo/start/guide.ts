/** Where and for whom commands of the guide are. */
export interface GuideContext {
  url: string;
  openid: string;
  /** Somebody else: nobody can be on two trains at once. */
  otherOpenid: string;
  /** ` --data DIR` where the folder is not the usual one, so that a command that is pasted finds it. */
  flags: string;
}

export const addressText = (url: string): string =>
  `碳点点已就绪，用浏览器打开 / ready, open in a browser: ${url}`;

/** What to try, in Chinese with a line of English each; every command works as it stands. */
export function guideText({ url, openid, otherOpenid, flags }: GuideContext): string {
  return `
试一试 / What to try (in another terminal, in this folder)

  再坐一程地铁，看积分入账 / sign and send one more ride:
    npm run ride -- --rider ${openid}${flags}
    npm run ride -- --rider ${otherOpenid} --from 布吉 --to 世界之窗${flags}

  看积分明细 / read the statement:
    npm run statement -- --rider ${openid}${flags}

  用 curl 看同一份明细 / the same with curl:
    ${statementCurl(url, openid)}

  打印一条签好名、可直接粘贴的 curl / print a signed curl to paste:
    npm run ride -- --rider ${otherOpenid} --curl${flags}
`;
}

/** A line that adds a ride as soon as it is pasted, and the one that shows it in the statement. */
export function signedCurlText(curl: string, { url, openid }: GuideContext): string {
  return `
一条签好名的 curl：5 分钟内有效，只能用一次 / a signed curl, good for 5 minutes and once:
  ${curl}
再看明细 / and then the statement:
  ${statementCurl(url, openid)}

`;
}

function statementCurl(url: string, openid: string): string {
  const body = `'{"procedure":"ledger.statement","input":{"limit":5}}'`;
  return `curl -s ${url}/call/api -H 'content-type: application/json' -H 'x-wx-openid: ${openid}' -d ${body}`;
}
