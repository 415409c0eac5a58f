import { useContext, useState } from 'preact/hooks'
import {
  chooseGround,
  chooseSize,
  chosenGround,
  chosenSize,
  type Ground,
  grounds,
  type Size,
  sizes,
} from './device-look.ts'
import { UiWords } from './ui-words.ts'

interface SwitchProps<K extends string> {
  label: string
  choices: readonly K[]
  words: Record<K, string>
  chosen: K
  onChoose: (choice: K) => void
}

function Switch<K extends string>({ label, choices, words, chosen, onChoose }: SwitchProps<K>) {
  return (
    <fieldset class="switch">
      <legend class="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          class="switch-choice"
          aria-pressed={choice === chosen}
          onClick={() => onChoose(choice)}
        >
          {words[choice]}
        </button>
      ))}
    </fieldset>
  )
}

/** 標準・大・特大, remembered by this device. */
export function SizeSwitch() {
  const words = useContext(UiWords)
  const [size, setSize] = useState(chosenSize)
  const choose = (wanted: Size) => {
    chooseSize(wanted)
    setSize(wanted)
  }
  return <Switch label={words.size} choices={sizes} words={words.sizes} chosen={size} onChoose={choose} />
}

/** Light ground, or dark for night and for the board; remembered by this device. */
export function GroundSwitch() {
  const words = useContext(UiWords)
  const [ground, setGround] = useState(chosenGround)
  const choose = (wanted: Ground) => {
    chooseGround(wanted)
    setGround(wanted)
  }
  return <Switch label={words.ground} choices={grounds} words={words.grounds} chosen={ground} onChoose={choose} />
}
