import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import QRCode from 'qrcode'
import classes from './hosting.module.css'

/** Four modules of quiet around a code is what its standard asks for; a tenth of a millimetre a pixel prints well. */
const looks = { margin: 4, errorCorrectionLevel: 'M' } as const
const printPixels = 1024

/** The QR code of a link, to be downloaded for print and for the web. */
export function QrCode({ link, name, file }: { link: string; name: string; file: string }) {
  const made = useQuery({
    queryKey: ['qr-code', link],
    queryFn: async () => ({
      svg: `data:image/svg+xml;charset=utf-8,${encodeURIComponent(await QRCode.toString(link, { ...looks, type: 'svg' }))}`,
      png: await QRCode.toDataURL(link, { ...looks, width: printPixels }),
    }),
    // A code follows from its link alone, and a new one comes in a moment.
    networkMode: 'always',
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  })
  return (
    <div className={classes.code}>
      {/* Black on white in both schemes: cameras read no other way as well. */}
      <img src={made.data?.svg} alt={`QR code of the link to ${name}`} width={176} height={176} />
      <Group gap={6} grow>
        {(['svg', 'png'] as const).map((kind) => (
          <Button
            key={kind}
            component="a"
            href={made.data?.[kind]}
            download={`${file}.${kind}`}
            size="compact-sm"
            variant="default"
            leftSection={<IconDownload size={14} />}
            aria-label={`Download the QR code as ${kind.toUpperCase()}`}
          >
            {kind.toUpperCase()}
          </Button>
        ))}
      </Group>
    </div>
  )
}
