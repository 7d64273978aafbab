import qrcode from 'qrcode-generator';

/** What an authenticator reads at most on a screen: the picture is sharp, and its rim keeps it readable on dark. */
const CELL_PX = 5;
const RIM_CELLS = 4;

export interface SecretKeyView {
  /** A picture of the address, as a data URL. */
  picture: string;
  /** The secret in groups of four, to read and to type. */
  groups: string[];
  label: string;
}

/** How the new secret gets into an authenticator: by camera from another screen, or by hand. */
export function viewSecretKey({ secret, uri }: { secret: string; uri: string }): SecretKeyView {
  const code = qrcode(0, 'M');
  code.addData(uri, 'Byte');
  code.make();
  return {
    picture: code.createDataURL(CELL_PX, RIM_CELLS * CELL_PX),
    groups: secret.match(/.{1,4}/g) ?? [],
    label: `密钥：${[...secret].join(' ')}`,
  };
}
