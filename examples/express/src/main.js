import { createApp } from './app.js';

const { HOST = '127.0.0.1', PORT = '8080', SIGNALWIRE_ACCOUNT, SIGNALWIRE_TOKEN, SIGNALWIRE_SIGNING_KEY } = process.env;
if (!SIGNALWIRE_TOKEN || !SIGNALWIRE_SIGNING_KEY) {
  throw new Error('SIGNALWIRE_TOKEN and SIGNALWIRE_SIGNING_KEY are needed in the environment');
}
const app = createApp({
  account: SIGNALWIRE_ACCOUNT ?? '2f1b6c1e-90d4-4a1e-b7a5-6c1d6f0f7a10',
  token: SIGNALWIRE_TOKEN,
  signingKey: SIGNALWIRE_SIGNING_KEY,
});
const server = app.listen(Number(PORT), HOST, (error) => {
  if (error) throw error;
  console.log(`listening at http://${HOST}:${server.address().port}`);
});
