package reroll.connectors.archive.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pack holds is read as it was written; what is not sound is left for JGit to tell. */
class PackedObjectsTest {
  private static final byte[] FIRST = text("Subject: [PATCH] first\n\n" + "line\n".repeat(50));
  private static final byte[] OTHER = text("another one");
  private static final int TOO_LARGE = (8 << 20) + 1;

  @TempDir private Path folder;
  private final PackLab pack = new PackLab();
  private final RecentObjects recent = new RecentObjects();

  @BeforeEach
  void anEmptyRepository() {
    new GitLab(folder);
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void wholeMailsOfAnySizeAreRead() throws Exception {
    Random random = new Random(1);
    byte[] nothingToDeflate = new byte[100_000]; // several windows
    random.nextBytes(nothingToDeflate);
    List<byte[]> mails = List.of(FIRST, text("x"), text(""), nothingToDeflate, OTHER);
    mails.forEach(pack::mail);

    assertAllAreRead(mails);
  }

  @Test
  void mailsThatTellOnlyWhatDiffersAreReadInAnyOrder() throws Exception {
    List<byte[]> mails = new ArrayList<>(List.of(FIRST));
    ObjectId before = pack.mail(FIRST);
    for (int i = 0; i < 60; i++) {
      byte[] mail = text(new String(FIRST, UTF_8) + "answer " + i + "\n".repeat(i * 400));
      mails.add(mail);
      before = i % 2 == 0 ? pack.deltaByOffset(before, mail) : pack.deltaByName(before, mail);
    }

    assertAllAreRead(mails);
    Collections.reverse(mails);
    recent.clear();
    assertAllAreRead(mails);
  }

  private void assertAllAreRead(List<byte[]> mails) throws IOException {
    pack.writeTo(repository());
    reading(
        packed -> {
          for (byte[] mail : mails) {
            assertThat(packed.read(PackLab.blobId(mail), Constants.OBJ_BLOB)).contains(mail);
          }
          return mails;
        });
  }

  @Test
  void whatADeltaNeededIsNotUnpackedAgain() throws Exception {
    byte[] answer = text(new String(FIRST, UTF_8) + "more");
    ObjectId base = pack.mail(FIRST);
    ObjectId delta = pack.deltaByOffset(base, answer);
    Path file = pack.writeTo(repository());

    Optional<byte[]> again =
        reading(
            packed -> {
              assertThat(packed.read(delta, Constants.OBJ_BLOB)).contains(answer);
              empty(file);
              return packed.read(base, Constants.OBJ_BLOB);
            });

    assertThat(again).contains(FIRST);
  }

  @Test
  void whatIsOfAnotherKindOrInNoPackIsLeft() throws Exception {
    ObjectId mail = pack.mail(FIRST);
    pack.writeTo(repository());

    assertThat(read(PackLab.blobId(OTHER))).isEmpty();
    Optional<byte[]> asTree = reading(packed -> packed.read(mail, Constants.OBJ_TREE));
    assertThat(asTree).isEmpty();
  }

  /** Adds a mail that is not sound, and tells its name. */
  private interface Unsound extends Function<PackLab, ObjectId> {}

  private static Arguments left(String why, Unsound unsound) {
    return Arguments.of(why, unsound);
  }

  private static ObjectId other(PackLab pack, byte[] head, byte[] data) {
    return pack.mail(OTHER, head, data);
  }

  private static byte[] whole(long size) {
    return PackLab.head(Constants.OBJ_BLOB, size);
  }

  private static byte[] byDistance(long size, long distance) {
    return PackLab.joined(PackLab.head(Constants.OBJ_OFS_DELTA, size), PackLab.distance(distance));
  }

  private static byte[] byName(long size, ObjectId base) {
    return PackLab.joined(PackLab.head(Constants.OBJ_REF_DELTA, size), PackLab.raw(base));
  }

  static Stream<Arguments> whatIsNotSound() {
    byte[] data = PackLab.deflated(OTHER);
    byte[] wrongSum = data.clone();
    wrongSum[data.length - 1] ^= 1;
    ObjectId self = PackLab.blobId(OTHER);
    ObjectId first = PackLab.blobId(FIRST);
    return Stream.of(
        left("fewer bytes than its head says", p -> other(p, whole(OTHER.length + 1), data)),
        left("more bytes than its head says", p -> other(p, whole(OTHER.length - 1), data)),
        left("no zlib", p -> other(p, whole(OTHER.length), text("garbage garbage"))),
        left("another checksum", p -> other(p, whole(OTHER.length), wrongSum)),
        left("data that do not end", p -> other(p, whole(OTHER.length), Arrays.copyOf(data, 5))),
        left("a head that does not end", p -> other(p, new byte[0], repeated(0xff, 40))),
        left("a distance that does not end", p -> other(p, repeated(0xef, 40), data)),
        left("no type", p -> other(p, PackLab.head(0, OTHER.length), data)),
        left("a type to come", p -> other(p, PackLab.head(5, OTHER.length), data)),
        left("too large", p -> other(p, whole(TOO_LARGE), PackLab.deflated(new byte[TOO_LARGE]))),
        left("a delta of itself by name", p -> other(p, byName(OTHER.length, self), data)),
        left("a delta of itself by distance", p -> other(p, byDistance(OTHER.length, 0), data)),
        left("a base before the pack", p -> other(p, byDistance(OTHER.length, 100_000), data)),
        left("a base that is not there", PackedObjectsTest::ofNoBase),
        left("a delta of a delta of it", PackedObjectsTest::round),
        left("a delta of another length", p -> delta(p, first, FIRST.length + 1, OTHER.length)),
        left("a delta that grows too large", p -> delta(p, first, FIRST.length, TOO_LARGE)));
  }

  private static byte[] repeated(int value, int times) {
    byte[] bytes = new byte[times];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static ObjectId ofNoBase(PackLab pack) {
    byte[] never = text("never added");
    pack.knows(never);
    return pack.deltaByName(PackLab.blobId(never), OTHER);
  }

  private static ObjectId round(PackLab pack) {
    byte[] there = text("another one?");
    pack.knows(OTHER);
    pack.deltaByName(PackLab.blobId(OTHER), there);
    return pack.deltaByName(PackLab.blobId(there), OTHER);
  }

  /** The lengths of base and outcome stand before what is to be done. */
  private static ObjectId delta(PackLab pack, ObjectId base, int baseLength, int length) {
    byte[] lengths = PackLab.joined(number(baseLength), number(length));
    byte[] delta = PackLab.joined(lengths, PackLab.joined(new byte[] {(byte) OTHER.length}, OTHER));
    return other(pack, byName(delta.length, base), PackLab.deflated(delta));
  }

  private static byte[] number(int number) {
    return number < 0x80
        ? new byte[] {(byte) number}
        : PackLab.joined(new byte[] {(byte) (0x80 | (number & 0x7f))}, number(number >>> 7));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatIsNotSound")
  void whatIsNotSoundIsLeftAndTheOthersAreRead(String why, Unsound unsound) throws Exception {
    ObjectId first = pack.mail(FIRST);
    ObjectId bad = unsound.apply(pack);
    pack.writeTo(repository());

    assertThat(read(bad)).as(why).isEmpty();
    assertThat(read(first)).contains(FIRST);
  }

  @Test
  void aPackThatIsNotThatOfItsIndexIsLeft() throws Exception {
    ObjectId first = pack.mail(FIRST);
    Path file = pack.writeTo(repository());
    byte[] whole = Files.readAllBytes(file);
    for (int length : List.of(0, 19, whole.length - 1)) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(read(first)).as("cut at %d", length).isEmpty();
    }
    Files.delete(file);
    assertThat(read(first)).isEmpty();
  }

  @RepeatedTest(20)
  void damageAnywhereLeavesItOrIsNoDifference() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] answer = text(new String(FIRST, UTF_8) + "more");
    ObjectId delta = pack.deltaByOffset(pack.mail(FIRST), answer);
    byte[] whole = pack.bytes();
    Path file = pack.writeTo(repository());
    for (int i = 0; i < 50; i++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      recent.clear();

      read(delta).ifPresent(mail -> assertThat(mail).as("seed %d", seed).isEqualTo(answer));
    }
  }

  private Path repository() {
    return folder.resolve("inbox/git/0.git");
  }

  private Optional<byte[]> read(ObjectId mail) throws IOException {
    return reading(packed -> packed.read(mail, Constants.OBJ_BLOB));
  }

  /** JGit looks for packs anew only where their folder is older than a little while. */
  private <T> T reading(Function<PackedObjects, T> use) throws IOException {
    Files.setLastModifiedTime(repository().resolve("objects/pack"), FileTime.fromMillis(0));
    try (FileRepository git = new FileRepository(repository().toFile());
        PackedObjects packed = new PackedObjects(git.getObjectDatabase().getPacks(), recent)) {
      return use.apply(packed);
    }
  }

  private static void empty(Path file) {
    try {
      Files.write(file, new byte[0]);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
