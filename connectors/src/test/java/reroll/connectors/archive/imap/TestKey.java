package reroll.connectors.archive.imap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key of a server with a certificate that it signed itself, made by the JDK's keytool. */
final class TestKey {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path certificate;
  private final Path keyFile;
  private final KeyStore store;

  private TestKey(Path folder, String name, List<String> options) throws Exception {
    Path file = folder.resolve(name + ".p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=server",
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            file.toString());
    Process keytool =
        new ProcessBuilder(Stream.concat(command.stream(), options.stream()).toList())
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(output);
    }
    this.store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    this.certificate =
        pem(
            folder.resolve(name + "-cert.pem"),
            "CERTIFICATE",
            store.getCertificate("server").getEncoded());
    this.keyFile =
        pem(
            folder.resolve(name + "-key.pem"),
            "PRIVATE KEY",
            store.getKey("server", PASSWORD).getEncoded());
  }

  /** For localhost, good for a day. */
  static TestKey good(Path folder) throws Exception {
    return new TestKey(folder, "good", List.of("-ext", "san=dns:localhost", "-validity", "2"));
  }

  /** For localhost, no longer good. */
  static TestKey expired(Path folder) throws Exception {
    return new TestKey(
        folder,
        "expired",
        List.of("-ext", "san=dns:localhost", "-startdate", "-10d", "-validity", "2"));
  }

  /** For another host. */
  static TestKey ofAnother(Path folder) throws Exception {
    return new TestKey(
        folder, "another", List.of("-ext", "san=dns:other.example.org", "-validity", "2"));
  }

  private static Path pem(Path file, String what, byte[] content) throws IOException {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return Files.writeString(
        file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
  }

  Path certificate() {
    return certificate;
  }

  Path keyFile() {
    return keyFile;
  }

  SSLContext context() throws GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
