package reroll.bench;

import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Deciphers what a connection over TLS brings, and prints how fast: a first reading is of some
 * hundred megabytes, and Java takes many times as long for them where it does not use the
 * processor's own instructions.
 */
public final class Deciphering {
  /** A record of TLS (RFC 8446 5.1). */
  private static final int RECORD_BYTES = 16 << 10;

  private static final int STRETCH_BYTES = 32 << 20;
  private static final int STRETCHES = 8;

  private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
  private final GCMParameterSpec first = new GCMParameterSpec(128, new byte[12]);

  private Deciphering() {}

  /** Prints the megabytes a second of one stretch after another. */
  public static void main(String[] args) throws Exception {
    new Deciphering().print();
  }

  private void print() throws Exception {
    byte[] record = cipher(Cipher.ENCRYPT_MODE).doFinal(new byte[RECORD_BYTES]);
    for (int stretch = 0; stretch < STRETCHES; stretch++) {
      Times times = new Times();
      times.take(() -> decipher(record));
      double megabytes = STRETCH_BYTES / 1e6;
      System.out.printf(
          Locale.ROOT,
          "deciphered from %3.0f MB on: %,.0f MB a second%n",
          stretch * megabytes,
          megabytes / times.median());
    }
  }

  private void decipher(byte[] record) throws GeneralSecurityException {
    for (int bytes = 0; bytes < STRETCH_BYTES; bytes += RECORD_BYTES) {
      cipher(Cipher.DECRYPT_MODE).doFinal(record);
    }
  }

  private Cipher cipher(int mode) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, first);
    return cipher;
  }
}
