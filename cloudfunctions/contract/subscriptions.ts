import * as z from 'zod';
import type { ProcedureContract } from './procedure';

/** The messages that WeChat can bring to a rider who has asked for them. A name is never changed: documents carry it. */
export const messageKeys = ['ride-credited', 'report-decided'] as const;
export type MessageKey = (typeof messageKeys)[number];

/** WeChat's own words for what somebody chose in its window, for one template. */
export const messageAnswers = ['accept', 'reject', 'ban', 'filter'] as const;
export type MessageAnswer = (typeof messageAnswers)[number];

const key = z.enum(messageKeys);

const state = z.strictObject({
  /** Those that the deployment has a template for. */
  messages: z.array(
    z.strictObject({
      key,
      /** Of WeChat, for `wx.requestSubscribeMessage`. */
      templateId: z.string(),
      /** Sends that the rider has allowed and that have not been used. */
      left: z.int().min(0),
      /** Whether the app may offer it by itself: nothing is left, and no refusal of the last 30 days stands against it. */
      mayOffer: z.boolean(),
      latestAnswer: z.enum([...messageAnswers, 'stop']).nullable(),
    }),
  ),
});

export const subscriptionsProcedures = {
  'subscriptions.read': { input: z.strictObject({}), output: state, mutating: false },
  /** What was chosen in WeChat's window: each accept allows one send. */
  'subscriptions.answer': {
    input: z.strictObject({
      answers: z
        .array(z.strictObject({ key, answer: z.enum(messageAnswers) }))
        .min(1, '至少要有一项选择')
        .max(messageKeys.length)
        .refine(
          answers => new Set(answers.map(one => one.key)).size === answers.length,
          '同一种消息只能选一次',
        ),
    }),
    output: state,
    mutating: true,
  },
  /** What is left of a message is given up, and the app does not offer it for 30 days. */
  'subscriptions.stop': { input: z.strictObject({ key }), output: state, mutating: true },
} as const satisfies Record<string, ProcedureContract>;
