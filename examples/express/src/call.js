// A call, and how it is shown: all 36 members are always there, null until they are known.
import { randomUUID } from 'node:crypto';

/** The statuses in which a call is over. */
const FINAL = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

export class Call {
  sid = randomUUID();
  status = 'queued';
  createdAt = new Date();
  updatedAt = this.createdAt;
  startedAt = null;
  endedAt = null;

  constructor(account, settings) {
    this.account = account;
    this.settings = settings;
  }

  get over() {
    return FINAL.has(this.status);
  }

  get duration() {
    return this.startedAt && this.endedAt ? Math.round((this.endedAt - this.startedAt) / 1000) : 0;
  }

  moveTo(status) {
    this.status = status;
    this.updatedAt = new Date();
    if (status === 'in-progress') this.startedAt = this.updatedAt;
    if (this.over) this.endedAt = this.updatedAt;
  }

  /** New settings of an update over those that the call was made with. */
  change(settings) {
    this.settings = { ...this.settings, ...settings };
    this.updatedAt = new Date();
  }

  toJSON() {
    const { To: to, From: from } = this.settings;
    const uri = `/api/laml/2010-04-01/Accounts/${this.account}/Calls/${this.sid}`;
    return {
      sid: this.sid,
      account_sid: this.account,
      date_created: rfc2822(this.createdAt),
      date_updated: rfc2822(this.updatedAt),
      parent_call_sid: null,
      to,
      formatted_to: readable(to),
      to_formatted: readable(to),
      from,
      formatted_from: readable(from),
      from_formatted: readable(from),
      phone_number_sid: null,
      status: this.status,
      start_time: rfc2822(this.startedAt),
      end_time: rfc2822(this.endedAt),
      duration: this.duration,
      price: null,
      price_unit: 'USD',
      direction: 'outbound-api',
      answered_by: null,
      api_version: '2010-04-01',
      forwarded_from: null,
      caller_name: null,
      uri: `${uri}.json`,
      subresource_uris: { notifications: null, recordings: `${uri}/Recordings.json` },
      annotation: null,
      group_sid: null,
      audio_in_mos: null,
      sip_result_code: null,
      audio_rtt_avg: null,
      audio_rtt_min: null,
      audio_rtt_max: null,
      audio_out_jitter_min: null,
      audio_out_jitter_max: null,
      audio_out_jitter_avg: null,
      audio_out_lost: null,
    };
  }
}

/** `Tue, 14 Oct 2025 09:30:05 +0000`; the platform writes the zone as GMT. */
export function rfc2822(date) {
  return date && date.toUTCString().replace('GMT', '+0000');
}

/** `(500) 555-0001` of a number in the North American plan, anything else as it is. */
function readable(address) {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(address) ?? [];
  return area ? `(${area}) ${exchange}-${line}` : address;
}
