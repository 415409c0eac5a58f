/**
 * Row types of the tables that are no records. Records' tables are described by `recordTable`, one per slice, and
 * by the migrations; they are reached through it alone.
 */
export interface Schema {
  event_log: {
    seq: number
    at: string
    command_id: string
    type: string
    actor_kind: string
    actor_id: string | null
    actor_name: string
    device: string
    ago_ms: number | null
    happened_at: string | null
    record_ids: string
    details: string
    body_hash: string
    answer: string
  }
  event_input: { seq: number; input: string }
  credential: {
    id: string
    staff_id: string
    kind: string
    secret_hash: string
    created_at: string
    revoked_at: string | null
  }
  session: {
    id: string
    token_hash: string
    staff_id: string
    device: string
    opened_at: string
    expires_at: string
    closed_at: string | null
  }
  waiting_act_body: { id: string; body: string; body_hash: string }
  staff_maker: { staff_id: string; maker_id: string; at: string; ran_hours: number }
  enrolment: { device_hash: string; staff_id: string; enrolled_at: string; expires_at: string }
  personal_link_device: { token_hash: string; device_hash: string; bound_at: string }
  personal_link: {
    token_hash: string
    attendance_id: string
    day_id: string
    created_at: string
    revoked_at: string | null
  }
  photo_blob: {
    id: string
    source_hash: string
    sent_by: string
    stored_at: string
    claimed: number
    width: number
    height: number
    preview: Uint8Array
    image: Uint8Array
  }
  setting: { name: string; value: string }
}
