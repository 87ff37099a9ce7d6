// What happens to a call is told to its StatusCallback, one event after the other.
import { createHmac } from 'node:crypto';
import { rfc2822 } from './call.js';

const EVENTS = { queued: 'initiated', ringing: 'ringing', 'in-progress': 'answered' };
const ATTEMPTS = 3;
const TIMEOUT = 5_000;

export class Callbacks {
  #signingKey;
  /** Per call: how many events were told, and the delivery that the next one waits for. */
  #told = new WeakMap();

  constructor(signingKey) {
    this.#signingKey = signingKey;
  }

  /** Tells of the status that the call has now, if its event is asked for. */
  tell(call) {
    const { StatusCallback, StatusCallbackMethod, StatusCallbackEvent = ['completed'] } = call.settings;
    if (!StatusCallback || !StatusCallbackEvent.includes(EVENTS[call.status] ?? 'completed')) return;
    const { number, last } = this.#told.get(call) ?? { number: 0, last: Promise.resolve() };
    const message = messageOf(call, number);
    const delivered = last.then(() => this.#deliver(StatusCallback, StatusCallbackMethod, message));
    this.#told.set(call, { number: number + 1, last: delivered });
  }

  async #deliver(url, method, message) {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        const answer = await this.#send(url, method, message);
        await answer.body?.cancel();
        if (answer.ok) return;
      } catch {
        // Nobody listens, or not in time: the next attempt, or none.
      }
    }
  }

  #send(address, method, message) {
    const shared = { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) };
    if (method === 'GET') {
      const url = `${address}${address.includes('?') ? '&' : '?'}${message}`;
      return fetch(url, { ...shared, headers: { 'X-SignalWire-Signature': this.#signature(url, []) } });
    }
    const headers = { 'X-SignalWire-Signature': this.#signature(address, message) };
    return fetch(address, { ...shared, method: 'POST', headers, body: message });
  }

  #signature(url, message) {
    const sorted = [...message].sort(([one], [other]) => (one < other ? -1 : 1));
    return createHmac('sha1', this.#signingKey).update(url + sorted.flat().join('')).digest('base64');
  }
}

function messageOf(call, number) {
  const { To, From } = call.settings;
  const message = new URLSearchParams({
    AccountSid: call.account,
    ApiVersion: '2010-04-01',
    CallSid: call.sid,
    From,
    To,
    CallStatus: call.status === 'queued' ? 'initiated' : call.status,
    Direction: 'outbound-api',
    CallbackSource: 'call-progress-events',
    Timestamp: rfc2822(call.updatedAt),
    SequenceNumber: number,
  });
  if (call.over) message.set('CallDuration', call.duration);
  return message;
}
