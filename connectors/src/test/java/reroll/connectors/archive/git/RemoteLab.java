package reroll.connectors.archive.git;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PacketLineOut;
import org.eclipse.jgit.transport.RefAdvertiser.PacketLineOutRefAdvertiser;
import org.eclipse.jgit.transport.UploadPack;
import reroll.connectors.archive.ArchiveHome;
import reroll.connectors.archive.ArchiveLab;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.TestHome;
import reroll.connectors.http.Http;
import reroll.connectors.http.Pace;
import reroll.connectors.port.ConnectorException;

/** A server that offers the epochs of a {@link GitLab} over smart HTTP, as public-inbox does. */
public final class RemoteLab implements ArchiveLab {
  private static final Pattern REPOSITORY =
      Pattern.compile("/list/git/(\\d+)\\.git/(info/refs|git-upload-pack)");

  private final GitLab lab;
  private final Path home;
  private final HttpServer server;
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Fault> faults = new ArrayDeque<>();
  private String hiddenEpochs = "";

  /** What is answered instead, once, to the next path that ends so. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Fault(String pathEnd, int status, String type, byte[] body) {}

  public RemoteLab(Path folder) {
    lab = new GitLab(folder.resolve("server"));
    home = folder.resolve("copies");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  @Override
  public String type() {
    return "git";
  }

  @Override
  public void deliver(String mail) throws IOException {
    lab.deliver(mail);
  }

  @Override
  public ArchiveSource open() throws ConnectorException {
    return open(Optional.empty());
  }

  ArchiveSource open(Optional<Instant> start) throws ConnectorException {
    return GitArchive.FACTORY.open(new GitArchive.Settings(url()), home(start));
  }

  ArchiveHome home(Optional<Instant> start) {
    return new ArchiveHome(
        home,
        start,
        new Http("reroll/test", Pace.of(Duration.ZERO, Clock.systemUTC())),
        TestHome.beside(home).clock());
  }

  GitLab lab() {
    return lab;
  }

  Path copies() {
    return home;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port() + "/list/");
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** The methods and paths asked for since the last call. */
  List<String> takeRequests() {
    List<String> taken = List.copyOf(requests);
    requests.clear();
    return taken;
  }

  /** Answers so to the next request whose path ends so. */
  synchronized void answerOnce(String pathEnd, int status, String type, String body) {
    answerOnce(pathEnd, status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  synchronized void answerOnce(String pathEnd, int status, String type, byte[] body) {
    faults.add(new Fault(pathEnd, status, type, body));
  }

  /** Leaves epochs out of the manifest, as mirrors do. */
  void hideEpochs(String numbers) {
    hiddenEpochs = numbers;
  }

  private synchronized Optional<Fault> fault(String path) {
    boolean wanted = !faults.isEmpty() && path.endsWith(faults.peek().pathEnd());
    return wanted ? Optional.of(faults.remove()) : Optional.empty();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.add(exchange.getRequestMethod() + " " + path);
    try (exchange) {
      Optional<Fault> fault = fault(path);
      Matcher repository = REPOSITORY.matcher(path);
      if (fault.isPresent()) {
        send(exchange, fault.get().status(), fault.get().type(), fault.get().body());
      } else if (path.equals("/list/manifest.js.gz")) {
        send(exchange, 200, "application/gzip", gzip(manifest()));
      } else if (repository.matches()) {
        serve(exchange, Integer.parseInt(repository.group(1)), repository.group(2));
      } else {
        send(exchange, 404, "text/plain", "no such page".getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private String manifest() throws IOException {
    List<String> rows = new ArrayList<>();
    for (Epoch epoch : Epoch.at(lab.inbox())) {
      if (!hiddenEpochs.contains(Integer.toString(epoch.number()))) {
        rows.add(
            "\"/list/git/%d.git\":{\"modified\":1754002400,\"reference\":null,\"fingerprint\":\"%s\"}"
                .formatted(epoch.number(), branches(epoch)));
      }
    }
    return "{" + String.join(",", rows) + "}";
  }

  private static String branches(Epoch epoch) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Repository repository = repositoryOf(epoch)) {
      for (Ref ref : repository.getRefDatabase().getRefs()) {
        text.append(ref.getObjectId() == null ? "" : ref.getObjectId().name());
      }
    }
    return text.toString();
  }

  private static Repository repositoryOf(Epoch epoch) throws IOException {
    return new FileRepositoryBuilder()
        .setGitDir(epoch.repository().toFile())
        .setBare()
        .setMustExist(true)
        .build();
  }

  private void serve(HttpExchange exchange, int number, String service) throws IOException {
    Path path = lab.inbox().resolve("git").resolve(number + ".git");
    try (Repository repository = repositoryOf(new Epoch(number, path))) {
      UploadPack git = new UploadPack(repository);
      git.setBiDirectionalPipe(false);
      Optional.ofNullable(exchange.getRequestHeaders().getFirst("Git-Protocol"))
          .ifPresent(version -> git.setExtraParameters(List.of(version)));
      if (service.equals("info/refs")) {
        advertise(exchange, git);
      } else {
        upload(exchange, git);
      }
    }
  }

  private static void advertise(HttpExchange exchange, UploadPack git) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PacketLineOut lines = new PacketLineOut(bytes);
    lines.writeString("# service=git-upload-pack\n");
    lines.end();
    git.sendAdvertisedRefs(new PacketLineOutRefAdvertiser(lines));
    send(exchange, 200, "application/x-git-upload-pack-advertisement", bytes.toByteArray());
  }

  private static void upload(HttpExchange exchange, UploadPack git) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream body = exchange.getRequestBody();
    exchange.getResponseHeaders().set("Content-Type", "application/x-git-upload-pack-result");
    exchange.sendResponseHeaders(200, 0);
    try (InputStream in = zipped ? new GZIPInputStream(body) : body;
        OutputStream out = exchange.getResponseBody()) {
      git.upload(in, out, null);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
