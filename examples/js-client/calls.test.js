// SignalWire's client, unchanged, against the reference server: what it sends is understood, what it parses is right.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { RestClient } from '@signalwire/compatibility-api';
import { startApplication } from './application.js';

const { SIGNALWIRE_PROJECT: project, SIGNALWIRE_TOKEN: token, SIGNALWIRE_SPACE_URL: space } = process.env;
const FROM = '+15005550000';
const ANSWERED = '+15005550001';
const RINGING = '+15005550005';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const client = RestClient(project, token, { signalwireSpaceUrl: space });
let application;
before(async () => { application = await startApplication(); });
after(() => application.stop());

const create = (more = {}) => client.calls.create({ to: ANSWERED, from: FROM, url: `${application.address}/hold`, ...more });

/** The call once it has that status: asked again and again, for five seconds. */
async function reached(sid, status) {
  for (let tries = 0; tries < 100; tries++) {
    const call = await client.calls(sid).fetch();
    if (call.status === status) return call;
    await pause(50);
  }
  return assert.fail(`${sid} was never ${status}`);
}

const refusedWith = (status, code) => (error) => {
  assert.equal(error.status, status);
  assert.equal(Number(error.code), code);
  assert.equal(typeof error.message, 'string');
  return true;
};

test('a created call has every member that the client parses', async () => {
  const call = await create();
  assert.match(call.sid, UUID);
  assert.equal(call.accountSid, project);
  assert.equal(call.to, ANSWERED);
  assert.equal(call.from, FROM);
  assert.equal(typeof call.toFormatted, 'string');
  assert.equal(typeof call.fromFormatted, 'string');
  assert.equal(call.status, 'queued');
  assert.ok(call.dateCreated instanceof Date, 'dateCreated is parsed');
  assert.ok(Math.abs(Date.now() - call.dateCreated) < 60_000, 'dateCreated is now');
  assert.ok(call.dateUpdated >= call.dateCreated);
  assert.equal(call.duration, 0);
  assert.equal(call.price, null);
  assert.equal(call.priceUnit, 'USD');
  assert.match(call.direction, /^outbound/);
  assert.equal(call.apiVersion, '2010-04-01');
  for (const member of ['parentCallSid', 'answeredBy', 'forwardedFrom', 'groupSid', 'callerName']) {
    assert.equal(call[member], null, member);
  }
  assert.ok(call.uri.startsWith(`/api/laml/2010-04-01/Accounts/${project}/Calls/${call.sid}`));
  assert.deepEqual(Object.keys(call.subresourceUris).sort(), ['notifications', 'recordings']);
  await client.calls(call.sid).update({ status: 'completed' });
});

test('what only Twilio has is undefined, and times to come are null', async () => {
  const call = await create();
  assert.equal(call.queueTime, undefined);
  assert.equal(call.trunkSid, undefined);
  // The client hands null through unparsed.
  assert.equal(call.startTime, null);
  assert.equal(call.endTime, null);
  await client.calls(call.sid).update({ status: 'completed' });
});

test('a call is answered, updated to completed, and its times are dates', async () => {
  const { sid } = await create();
  const live = await reached(sid, 'in-progress');
  assert.ok(live.startTime instanceof Date);
  const ended = await client.calls(sid).update({ status: 'completed' });
  assert.equal(ended.sid, sid);
  const over = await reached(sid, 'completed');
  assert.ok(over.endTime >= over.startTime);
  assert.equal(typeof over.duration, 'number');
});

test('a ringing call is canceled', async () => {
  const { sid } = await create({ to: RINGING });
  await reached(sid, 'ringing');
  await client.calls(sid).update({ status: 'canceled' });
  await reached(sid, 'canceled');
});

test('a call is redirected to another document', async () => {
  const { sid } = await create();
  await reached(sid, 'in-progress');
  const call = await client.calls(sid).update({ url: `${application.address}/hold`, method: 'GET' });
  assert.equal(call.status, 'in-progress');
  await client.calls(sid).update({ status: 'completed' });
});

test('a list holds a created call, by filter, by pages, and by the dates that the client sends', async () => {
  const created = [await create({ to: RINGING }), await create({ to: RINGING }), await create({ to: RINGING })];
  const [{ sid }] = created;
  const filtered = await client.calls.list({ to: RINGING, from: FROM });
  assert.ok(filtered.some((call) => call.sid === sid));
  assert.ok(filtered.every((call) => call.to === RINGING));

  const page = await client.calls.page({ to: RINGING, pageSize: 1 });
  assert.equal(page.instances.length, 1);
  const next = await page.nextPage();
  assert.equal(next.instances.length, 1);
  assert.notEqual(next.instances[0].sid, page.instances[0].sid);
  const back = await next.previousPage();
  assert.equal(back.instances[0].sid, page.instances[0].sid);

  const walked = await client.calls.list({ to: RINGING, pageSize: 2 });
  assert.equal(new Set(walked.map((call) => call.sid)).size, walked.length);
  assert.ok(walked.length >= 3);
  assert.equal((await client.calls.list({ to: RINGING, limit: 2 })).length, 2);

  // As ISO 8601, not RFC 2822: what the client makes of a Date.
  const tomorrow = new Date(Date.now() + 86_400_000);
  assert.deepEqual(await client.calls.list({ startTimeAfter: tomorrow }), []);
  for (const call of created) await client.calls(call.sid).update({ status: 'completed' });
});

test('a call that is over is removed, a live one is not', async () => {
  const { sid } = await create();
  await assert.rejects(client.calls(sid).remove(), (error) => [400, 422].includes(error.status));
  await reached(sid, 'in-progress');
  await client.calls(sid).update({ status: 'completed' });
  await reached(sid, 'completed');
  assert.equal(await client.calls(sid).remove(), true);
  await assert.rejects(client.calls(sid).fetch(), refusedWith(404, 20404));
});

test('a refusal is an error with status, code and message', async () => {
  await assert.rejects(
    client.calls.create({ to: ANSWERED, from: FROM }),
    (error) => [400, 422].includes(error.status),
  );
  await assert.rejects(client.calls('00000000-0000-4000-8000-000000000000').fetch(), refusedWith(404, 20404));
  const stranger = RestClient(project, 'PTwrong', { signalwireSpaceUrl: space });
  await assert.rejects(stranger.calls.list(), (error) => error.status === 401);
});

test('a call is recorded, the recording paused and stopped', async () => {
  const { sid } = await create();
  await reached(sid, 'in-progress');
  const recording = await client.calls(sid).recordings.create({ recordingChannels: 'dual', trim: 'do-not-trim' });
  assert.match(recording.sid, UUID);
  assert.equal(recording.callSid, sid);
  assert.equal(recording.channels, 2);
  assert.ok(recording.dateCreated instanceof Date);
  const paused = await client.calls(sid).recordings(recording.sid).update({ status: 'paused' });
  assert.equal(paused.status, 'paused');
  const stopped = await client.calls(sid).recordings(recording.sid).update({ status: 'stopped' });
  assert.ok(['stopped', 'completed'].includes(stopped.status), stopped.status);
  await client.calls(sid).update({ status: 'completed' });
});

test('a call is streamed, the stream stopped', async () => {
  const { sid } = await create();
  await reached(sid, 'in-progress');
  const stream = await client.calls(sid).streams.create({ url: 'wss://127.0.0.1:9/audio', track: 'both_tracks' });
  assert.equal(stream.callSid, sid);
  const stopped = await client.calls(sid).streams(stream.sid).update({ status: 'stopped' });
  assert.equal(stopped.status, 'stopped');
  await client.calls(sid).update({ status: 'completed' });
});

test('status callbacks come in order, and the client finds their signatures right', async () => {
  const { sid } = await create({
    statusCallback: `${application.address}/status`,
    statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
  });
  await reached(sid, 'in-progress');
  await client.calls(sid).update({ status: 'completed' });
  const last = await application.next(({ params }) => params.CallSid === sid && params.CallStatus === 'completed');
  const key = process.env.SIGNALWIRE_SIGNING_KEY;
  const told = application.heard.filter(({ params }) => params.CallSid === sid);
  for (const { url, signature, params } of told) {
    assert.equal(RestClient.validateRequest(key, signature, url, params), true, params.CallStatus);
  }
  assert.equal(RestClient.validateRequest('PSK_wrong', last.signature, last.url, last.params), false);
  const order = told.map(({ params }) => Number(params.SequenceNumber));
  assert.deepEqual(order, [...order].sort((a, b) => a - b));
  assert.ok(told.some(({ params }) => params.CallStatus === 'ringing'));
});
