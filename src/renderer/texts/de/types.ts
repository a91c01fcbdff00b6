import type { TypesTexts } from '../en/types.ts'

export const types: TypesTexts = {
  one: {
    login: 'Login',
    note: 'Sichere Notiz',
    card: 'Karte',
    identity: 'Identität',
    api: 'API-Zugang',
    database: 'Datenbank',
    server: 'Server',
    'ssh-key': 'SSH-Schlüssel',
    certificate: 'TLS-Zertifikat',
    wifi: 'WLAN',
    bank: 'Bankkonto',
    passport: 'Reisepass',
    licence: 'Lizenz'
  },
  many: {
    login: 'Logins',
    note: 'Sichere Notizen',
    card: 'Karten',
    identity: 'Identitäten',
    api: 'API-Zugänge',
    database: 'Datenbanken',
    server: 'Server',
    'ssh-key': 'SSH-Schlüssel',
    certificate: 'TLS-Zertifikate',
    wifi: 'WLAN',
    bank: 'Bankkonten',
    passport: 'Reisepässe',
    licence: 'Lizenzen'
  },
  fields: {
    'field.username': 'Benutzername',
    'field.password': 'Passwort',
    'field.otp': 'Einmalcode',
    'field.url': 'Website',
    'field.notes': 'Notizen',
    'field.note': 'Notiz'
  },
  sections: {},
  kinds: {
    text: 'Text',
    password: 'Passwort',
    secret: 'Geheimnis',
    pin: 'PIN',
    email: 'E-Mail',
    url: 'Website',
    phone: 'Telefon',
    date: 'Datum',
    month: 'Monat und Jahr',
    otp: 'Einmalcode',
    multiline: 'Mehrzeiliger Text',
    number: 'Zahl'
  }
}
