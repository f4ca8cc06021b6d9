import { IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ProvisionDetail } from '../../../shared/contract/law-shapes.ts'
import { t } from '../../../shared/strings/index.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Column } from '../../ui/layout.tsx'
import { Text } from '../../ui/text.tsx'
import styles from './law.module.css'
import { LevelTable } from './level-table.tsx'
import { ProvisionChips } from './provision-facts.tsx'
import { SanctionTable } from './sanction-table.tsx'

const words = t.law.provision

/** A provision to read from top to bottom: what it says, its elements, its sanctions, its chain. */
export function ProvisionText({ entry }: { entry: ProvisionDetail }) {
  return (
    <>
      <div className={styles.block}>
        <Column gap={8}>
          <ProvisionChips entry={entry} />
          <p className={styles.summary}>{entry.summary}</p>
        </Column>
      </div>
      {entry.criminal && (
        <div className={styles.block}>
          <Banner tone="warn">{words.criminalWhy}</Banner>
        </div>
      )}
      {entry.exception && (
        <Block title={words.exception}>
          <Text as="p" size={14}>
            {entry.exception}
          </Text>
        </Block>
      )}
      {entry.note && (
        <Block title={words.note}>
          <Text as="p" size={14}>
            {entry.note}
          </Text>
        </Block>
      )}
      <Block title={words.elements}>
        <ol className={styles.elements}>
          {entry.elementList.map(element => (
            <li key={element.id}>{element.label}</li>
          ))}
        </ol>
      </Block>
      <Sanctions entry={entry} />
      <Chain entry={entry} />
    </>
  )
}

function Sanctions({ entry }: { entry: ProvisionDetail }) {
  return (
    <>
      {entry.tiers.length > 0 && (
        <Block title={words.tiers}>
          <LevelTable middle={t.law.selection.when}>
            {entry.tiers.map(tier => (
              <tr key={`${tier.level} ${tier.basis}`}>
                <td>{t.law.levels[tier.level]}</td>
                <td>{tier.condition}</td>
                <td>{tier.basis}</td>
              </tr>
            ))}
          </LevelTable>
        </Block>
      )}
      <Block title={words.sanctions}>
        {entry.sanctions.length > 0 ? (
          <Column gap={8}>
            {entry.borrowed.map(loan => (
              <Banner key={loan.level}>
                {words.borrowed(t.law.levels[loan.level], loan.regulation)}
                <Text as="p" size={12} tone="second">
                  {`${loan.basis}. ${loan.note}`}
                </Text>
              </Banner>
            ))}
            <SanctionTable sanctions={entry.sanctions} />
          </Column>
        ) : (
          <Text as="p" size={14} tone="second">
            {entry.sanctionBasis || t.law.noSanctionWhy}
          </Text>
        )}
      </Block>
    </>
  )
}

function Chain({ entry }: { entry: ProvisionDetail }) {
  const { basis } = entry
  return (
    <Block title={words.basis}>
      <Column gap={8}>
        <p className={styles.basis}>{basis.short}</p>
        <div>
          <Text as="div" size={12} tone="third">
            {words.basisLong}
          </Text>
          <p className={styles.basis}>{basis.long}</p>
        </div>
        <div>
          <Button icon={IconCopy} onClick={() => void navigator.clipboard.writeText(basis.long)}>
            {words.copy}
          </Button>
        </div>
      </Column>
    </Block>
  )
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.block}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
