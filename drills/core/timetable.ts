/** Something that happens at an instant of the drill (milliseconds since 1970). */
export interface Appointment {
  at: number
  act: () => Promise<void> | void
  /** Somebody comes, calls, or a step of the scenario is taken: worth leaping to. */
  isEvent: boolean
}

/** What is still to happen, earliest first; at the same instant, whatever was entered first. */
export class Timetable {
  private readonly appointments: Appointment[] = []

  get next(): Appointment | undefined {
    return this.appointments[0]
  }

  add(at: number, act: Appointment['act'], isEvent = false): void {
    const later = this.appointments.findIndex((one) => one.at > at)
    this.appointments.splice(later === -1 ? this.appointments.length : later, 0, { at, act, isEvent })
  }

  /** When the first event after an instant is. */
  eventAfter(at: number): number | undefined {
    return this.appointments.find((one) => one.isEvent && one.at > at)?.at
  }

  take(): Appointment | undefined {
    return this.appointments.shift()
  }
}
