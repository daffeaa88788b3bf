export type { Failure } from './delivery-status.js';
export { readMail, type Mail } from './mail.js';
export { noticeIn, type Notice } from './notice.js';
