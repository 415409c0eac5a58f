import { parentPort, workerData } from 'node:worker_threads'
import { type ImageOrder, judgeImages } from '#tests/faults/power-judging.ts'

/** A thread that judges a part of what cuts of power may leave. */
parentPort?.postMessage(judgeImages(workerData as ImageOrder))
