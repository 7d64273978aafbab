export interface SecretKeyView {
  /** A QR code of the secret's address, as a data URL. */
  picture: string;
  /** The secret in groups of four, to read and to type. */
  groups: string[];
  label: string;
}

/** How the new secret gets into an authenticator: by camera from another screen, or by hand. */
export const viewSecretKey = ({ secret, picture }: { secret: string; picture: string }): SecretKeyView => ({
  picture,
  groups: secret.match(/.{1,4}/g) ?? [],
  label: `密钥：${[...secret].join(' ')}`,
});
