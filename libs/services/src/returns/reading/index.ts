export type { Failure } from './delivery-status.js';
export { readMail } from './mail.js';
export { noticeIn, type Notice } from './notice.js';
