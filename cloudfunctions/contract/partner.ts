import * as z from 'zod';

/** Bodies of `/partner/v1/…`, see the README's section on partners. Times in milliseconds since 1970. */
/** Text that has a UTF-8 form: JSON can escape half of a surrogate pair, which has no bytes and so no digest. */
const text = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^\P{Surrogate}*$/u);
const id = text(128);
const atMs = z.int().min(0).max(8_640_000_000_000);

/** WGS-84 degrees. */
const point = { longitude: z.number().min(-180).max(180), latitude: z.number().min(-90).max(90) };

/** A station or stop by its name, a point, or a stop with both. */
const place = z.union([
  z.strictObject({ station: text(64), atMs }),
  z.strictObject({ ...point, atMs }),
  z.strictObject({ station: text(64), ...point, atMs }),
]);

/** More stops than any city bus has. */
const VIA_LIMIT = 100;

export const partnerRide = z.strictObject({
  ticketId: id,
  riderToken: id,
  mode: text(32),
  entry: place,
  exit: place,
  distanceMetres: z.int().min(0).max(10_000_000).optional(),
  /** Points between entry and exit in the order of travel, such as a bus's stops. */
  via: z.array(z.strictObject(point)).min(1).max(VIA_LIMIT).optional(),
  /** People in a shared car, its driver among them. */
  occupants: z.int().min(1).max(9).optional(),
  /** The partner's own name of the shared car's journey, one for all who travelled in it together. */
  carTripId: id.optional(),
  /** How much further a shared car drove than this rider's own way, for the sake of the others. */
  detourMetres: z.int().min(0).max(10_000_000).optional(),
});

export type PartnerRide = z.infer<typeof partnerRide>;

export const ridesLimit = 200;

/** Hex SHA-256. */
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** So many digests fit into one body. */
export const statedTicketsLimit = 1_200;

export const partnerBodies = {
  bindings: z.strictObject({ bindCode: text(32), riderToken: id }),
  unbindings: z.strictObject({ riderToken: id }),
  rides: z.strictObject({ batchId: id, rides: z.array(partnerRide).min(1).max(ridesLimit) }),
  reversals: z.strictObject({ ticketId: id, reason: text(200) }),
  /** What the partner says he has sent of a Beijing day, but for what was rejected on arrival. */
  days: z.strictObject({
    day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
    count: z.int().min(0).max(10_000_000),
    ticketsHash: digest,
    /** The tickets themselves, by their digests, where they are few: then the differences are named. */
    tickets: z.array(digest).max(statedTicketsLimit).optional(),
  }),
  /** The state of one of his cards. */
  cards: z.strictObject({ riderToken: id }),
  confirm: z.strictObject({ reference: text(100) }),
  refuse: z.strictObject({ reason: text(100) }),
};

/** Why one ride of a batch was not taken. */
export const rideRejections = {
  UNKNOWN_STATION: '站点不在线网内',
  SAME_STATION: '起点和终点是同一处，没有减排',
  EXIT_BEFORE_ENTRY: '出站时间不晚于进站时间',
  TOO_LONG: '行程超过 4 小时',
  OVERLAPS: '与该用户的另一行程时间重叠',
  TOO_OLD: '行程超过 30 天',
  MODE_NOT_ALLOWED: '该出行方式未获授权或没有减排系数',
  IMPOSSIBLE_SPEED: '行程速度不合理',
  IN_THE_FUTURE: '行程时间晚于当前时间',
  IMPLAUSIBLE_DISTANCE: '里程与起终点的直线距离相差太大',
  NO_DISTANCE: '缺少里程，且没有可用的线网路径或起终点坐标',
  NO_OCCUPANTS: '合乘缺少同车人数，或同车不足 2 人',
  NO_SHARED_CAR: '合乘缺少同车行程编号（carTripId）',
  CAR_DISAGREES: '与同车其他人的票记录的同车人数不一致',
  CAR_FULL: '同一趟合乘的票数多于同车人数',
  NO_REDUCTION: '合乘绕行太多，没有减排',
  BEFORE_UNBINDING: '行程早于该卡上一次解除绑定',
  IDEMPOTENCY_CONFLICT: '同一票号已用于另一条行程',
} as const;

export type RideRejection = keyof typeof rideRejections;

export const ridesAnswer = z.strictObject({
  /** How many were taken now. */
  accepted: z.int(),
  /** How many had been taken before. */
  duplicate: z.int(),
  /** How many belong to a token that nobody has bound; they wait 30 days. */
  pending: z.int(),
  /** Not handled in this call's time: to be sent again. */
  deferred: z.array(id),
  rejected: z.array(z.strictObject({ ticketId: id, code: z.string(), message: z.string() })),
});

export type RidesAnswer = z.infer<typeof ridesAnswer>;
