import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind, Role } from '../rules/roles.js';

/** A body in the tree 省 → 市州 / 省直 → 县 → 校. Codes never change; names do, with dates. */
@Entity({ schema: 'identity', name: 'organisation' })
export class Organisation {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  @Column('text', { name: 'short_name' }) shortName: string;
  @Column('text') kind: OrganisationKind;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  /** The recommending unit it belongs to (itself for a prefecture or 省直); none for the province. */
  @Column('uuid', { name: 'prefecture_id', nullable: true }) prefectureId: string | null;
  @Column('uuid', { name: 'county_id', nullable: true }) countyId: string | null;
  @Column('date', { name: 'valid_from' }) validFrom: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo: string | null;
}

@Entity({ schema: 'identity', name: 'person' })
export class Person {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('text') email: string;
  @Column('text', { name: 'password_hash', nullable: true, select: false }) passwordHash:
    string | null;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt: Date;
  @Column('text', { nullable: true }) phone: string | null;
  /** When a link was made for them last, by letter or shown. */
  @Column('timestamptz', { name: 'invited_at', nullable: true }) invitedAt: Date | null;
  @Column('uuid', { name: 'invited_by', nullable: true }) invitedBy: string | null;
}

@Entity({ schema: 'identity', name: 'role_grant' })
export class RoleGrant {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'person_id' }) personId: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text') role: Role;
  @Column('timestamptz', { name: 'granted_at' }) grantedAt: Date;
  @Column('uuid', { name: 'granted_by', nullable: true }) grantedBy: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
}
