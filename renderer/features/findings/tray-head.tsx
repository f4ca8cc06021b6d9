import { t } from '../../../shared/strings/index.ts'
import { Button } from '../../ui/button.tsx'
import { InspectorSection } from '../../ui/inspector.tsx'
import { Row, Spacer } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'

type TrayHeadProps = { over: string; title: string; citation?: string; text: string; onBack: () => void }

/** Whose cell it is, its name and its whole wording. */
export function TrayHead({ over, title, citation, text, onBack }: TrayHeadProps) {
  return (
    <InspectorSection>
      <Row align="baseline">
        <Text tone="second" lines="cut">
          {over}
        </Text>
        <Spacer />
        <Button variant="link" onClick={onBack}>
          {t.findings.tray.close}
        </Button>
      </Row>
      <Text as="h2" size={16} weight="strong">
        {title}
      </Text>
      {citation && (
        <Text as="p" size={12} tone="third">
          {citation}
        </Text>
      )}
      <Text as="p" size={14} tone="second">
        {text}
      </Text>
    </InspectorSection>
  )
}
