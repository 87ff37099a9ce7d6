// What each parameter may be. A rule answers what is wrong with a text, or nothing.

const addressed = (value) => (value === '' ? 'must not be empty' : undefined);
const uri = (value) => (URL.canParse(value) && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value) ? undefined : 'must be a URI');
const uuid = (value) =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value) ? undefined : 'must be a UUID';
const oneOf = (...values) => (value) => (values.includes(value) ? undefined : `must be one of ${values.join(', ')}`);
const matching = (pattern) => (value) => (pattern.test(value) ? undefined : `must match ${pattern.source}`);
const integer = (least, most) => (value) =>
  /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most
    ? undefined
    : `must be a whole number from ${least} to ${most}`;
const anything = () => undefined;

const method = oneOf('GET', 'POST');
const truth = oneOf('true', 'false');

export const CREATE = {
  To: { rule: addressed, required: true, code: 21211 },
  From: { rule: addressed, required: true, code: 21213 },
  Url: { rule: uri, code: 21402 },
  ApplicationSid: { rule: uuid, code: 21218 },
  Method: { rule: method, code: 21209 },
  FallbackUrl: { rule: uri },
  FallbackMethod: { rule: method, code: 21209 },
  StatusCallback: { rule: uri, code: 21456 },
  StatusCallbackMethod: { rule: method, code: 21209 },
  StatusCallbackEvent: {
    rule: oneOf('initiated', 'ringing', 'answered', 'completed', 'ringing_forwarded', 'ringing_queued'),
    repeated: true,
    code: 21626,
  },
  CallerId: { rule: anything },
  SendDigits: { rule: matching(/^[\d#*wW]{1,32}$/), code: 13222 },
  Timeout: { rule: integer(1, 600), code: 21208 },
  MachineDetection: { rule: oneOf('Enable', 'DetectMessageEnd', 'none') },
  MachineDetectionTimeout: { rule: integer(1, 120) },
  MachineDetectionSpeechThreshold: { rule: integer(1000, 6000) },
  MachineDetectionSpeechEndThreshold: { rule: integer(500, 5000) },
  MachineDetectionSilenceTimeout: { rule: integer(2000, 10000) },
  MachineWordsThreshold: { rule: integer(1, 100) },
  AsyncAmd: { rule: truth },
  AsyncAmdStatusCallback: { rule: uri },
  AsyncAmdStatusCallbackMethod: { rule: method, code: 21209 },
  AsyncAmdPartialResults: { rule: truth },
  Record: { rule: truth },
  RecordingChannels: { rule: oneOf('mono', 'dual') },
  RecordingTrack: { rule: oneOf('inbound', 'outbound', 'both') },
  RecordingStatusCallback: { rule: uri },
  RecordingStatusCallbackMethod: { rule: method, code: 21209 },
  RecordingStatusCallbackEvent: {
    rule: matching(/^(completed|in-progress|absent)( (completed|in-progress|absent))*$/),
  },
  Trim: { rule: oneOf('trim-silence', 'do-not-trim') },
  SipAuthUsername: { rule: anything },
  SipAuthPassword: { rule: anything },
  MaxPricePerMinute: { rule: matching(/^\d+\.?\d{0,4}$/) },
};

const { Url, Method, FallbackUrl, FallbackMethod, StatusCallback, StatusCallbackMethod } = CREATE;
export const UPDATE = {
  Url, Method, FallbackUrl, FallbackMethod, StatusCallback, StatusCallbackMethod,
  Status: { rule: oneOf('canceled', 'completed') },
};

const date = (value) => (Number.isNaN(Date.parse(value)) ? 'must be a date' : undefined);
export const LIST = {
  Status: { rule: oneOf('queued', 'ringing', 'in-progress', 'canceled', 'completed', 'busy', 'failed', 'no-answer') },
  To: { rule: anything },
  From: { rule: anything },
  ParentCallSid: { rule: uuid },
  StartTime: { rule: date },
  'StartTime<': { rule: date },
  'StartTime>': { rule: date },
  EndTime: { rule: date },
  'EndTime<': { rule: date },
  'EndTime>': { rule: date },
  Page: { rule: integer(0, 999999999) },
  PageSize: { rule: integer(1, 1000) },
  PageToken: { rule: matching(/^P[AB]/) },
};
