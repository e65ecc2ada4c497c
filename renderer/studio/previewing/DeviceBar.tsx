import { ActionIcon, NativeSelect, SegmentedControl, Tooltip } from '@mantine/core'
import { IconRotate2 } from '@tabler/icons-react'
import type { PreviewNetwork } from '../../../shared/bundle/preview-conditions.ts'
import { canTurn, type SizeName, sizes } from './sizes.ts'
import { networkOptions } from './words/conditions.ts'
import classes from './preview.module.css'

export type Device = { size: SizeName; isTurned: boolean }

/** What the learner holds in their hand: its screen, how it is held, its network. */
export function DeviceBar({
  device,
  onDevice,
  network,
  onNetwork,
}: {
  device: Device
  onDevice: (device: Device) => void
  network: PreviewNetwork
  onNetwork: (network: PreviewNetwork) => void
}) {
  return (
    <div className={classes.bar} role="group" aria-label="The learner’s device">
      <SegmentedControl
        size="xs"
        aria-label="Screen"
        value={device.size}
        onChange={(size) => onDevice({ ...device, size: size as SizeName })}
        data={sizes.map(({ value, label }) => ({ value, label }))}
      />
      <Tooltip label="Turn the device">
        <ActionIcon
          variant="default"
          size={30}
          aria-label="Turn the device"
          aria-pressed={device.isTurned}
          disabled={!canTurn(device.size)}
          onClick={() => onDevice({ ...device, isTurned: !device.isTurned })}
        >
          <IconRotate2 size={16} />
        </ActionIcon>
      </Tooltip>
      <NativeSelect
        size="xs"
        aria-label="Network"
        value={network}
        onChange={({ currentTarget }) => onNetwork(currentTarget.value as PreviewNetwork)}
        data={networkOptions.map(({ value, label }) => ({ value, label }))}
      />
    </div>
  )
}
