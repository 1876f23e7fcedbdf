package reroll.connectors.archive.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.PackIndex;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reroll.connectors.archive.ArchiveEntry;
import reroll.connectors.archive.ArchiveEntry.Unreadable;
import reroll.connectors.archive.ArchiveSource;
import reroll.connectors.archive.Cursor;
import reroll.connectors.archive.Walk;
import reroll.connectors.port.ConnectorException;
import reroll.connectors.port.ConnectorException.Outcome;

/** Repositories that are broken on the disk: it is said, and the rest is read. */
class GitDamageTest {
  private static final List<String> MAILS = List.of("one", "two", "three", "four");

  @TempDir private Path folder;
  private GitLab lab;
  private List<ObjectId> commits;

  @BeforeEach
  void fourMails() throws Exception {
    lab = new GitLab(folder);
    commits = lab.rewrite(Optional.empty(), MAILS);
  }

  @Test
  void aMissingBlobIsToldAndTheOthersAreRead() throws Exception {
    Files.delete(lab.loose(blob("two")));

    assertSecondIsUnreadable("is damaged: Missing blob " + blob("two").name());
  }

  @Test
  void aDamagedBlobIsToldAndTheOthersAreRead() throws Exception {
    flip(lab.loose(blob("two")));

    assertSecondIsUnreadable("is damaged: ");
  }

  @Test
  void aDamagedBlobInAPackIsToldAndTheOthersAreRead() throws Exception {
    lab.pack();
    Path pack = pack();
    String name = pack.getFileName().toString().replace(".pack", ".idx");
    long offset = PackIndex.open(pack.resolveSibling(name).toFile()).findOffset(blob("two"));
    byte[] content = Files.readAllBytes(pack);
    content[(int) offset + 4] ^= (byte) 0xff;
    rewrite(pack, content);

    assertSecondIsUnreadable("is damaged: ");
  }

  @Test
  void aMissingTreeIsToldAndTheOthersAreRead() throws Exception {
    Files.delete(lab.loose(lab.tree("m", blob("two"))));

    assertSecondIsUnreadable("is damaged: Missing tree ");
  }

  @Test
  void aTreeOfGarbageIsToldAndTheOthersAreRead() throws Exception {
    for (String garbage : List.of("x", "100644 m", "100644 m\0short", "\0\0\0\0", "m\0")) {
      ObjectId tree = lab.insert(Constants.OBJ_TREE, garbage.getBytes(UTF_8));
      ObjectId commit = lab.insert(Constants.OBJ_COMMIT, commit("tree " + tree.name()));
      lab.head(commit);
      lab.deliver("behind");
      try (ArchiveSource source = lab.open()) {
        Walk walk = Walk.from(behind(0), source);

        assertThat(walk.mails()).as(garbage).endsWith("four", "behind");
        assertThat(walk.others())
            .as(garbage)
            .singleElement()
            .isInstanceOfSatisfying(
                Unreadable.class, entry -> assertThat(entry.why()).contains("is damaged"));
      }
      lab.head(commits.get(3));
    }
  }

  @Test
  void aCommitOfGarbageIsToldAndWhatCameBehindItIsRead() throws Exception {
    Cursor behindThree = behind(3);
    for (String garbage : List.of("", "x", "tree 123", "tree " + "x".repeat(40) + "\n")) {
      lab.head(lab.insert(Constants.OBJ_COMMIT, garbage.getBytes(UTF_8)));
      lab.deliver("behind");
      try (ArchiveSource source = lab.open()) {
        Walk walk = Walk.from(behindThree, source, 1);

        assertThat(walk.mails()).as(garbage).containsExactly("behind");
        assertThat(walk.others()).singleElement().isInstanceOf(Unreadable.class);
      }
    }
  }

  @Test
  void aMissingCommitIsToldAndWhatCameBehindItIsRead() throws Exception {
    Files.delete(lab.loose(commits.get(1)));
    for (int page = 1; page < 5; page++) {
      try (ArchiveSource source = lab.open()) {
        Walk walk = Walk.from(Cursor.START, source, page);

        assertThat(walk.mails()).containsExactly("three", "four");
        assertThat(walk.entries().get(0))
            .isInstanceOfSatisfying(
                Unreadable.class,
                entry ->
                    assertThat(entry.why())
                        .isEqualTo(
                            "commit %s is damaged, and what came before it is out of reach"
                                .formatted(entry.ref())));
        assertThat(walk.others()).hasSize(1);
        assertThat(Walk.from(walk.end(), source).entries()).isEmpty();
      }
    }
  }

  @Test
  void aCommitThatIsMissingBeforeThePlaceIsNoDifference() throws Exception {
    Cursor behindTwo = behind(2);
    Files.delete(lab.loose(commits.get(1)));
    Files.delete(lab.loose(commits.get(0)));
    try (ArchiveSource source = lab.open()) {
      assertThat(Walk.from(behindTwo, source).mails()).containsExactly("three", "four");
    }
  }

  @Test
  void aCommitThatIsMissingBehindThePlaceIsToldAndTheBotGoesOn() throws Exception {
    Cursor behindOne = behind(1);
    flip(lab.loose(commits.get(2)));
    try (ArchiveSource source = lab.open()) {
      Walk walk = Walk.from(behindOne, source, 1);
      lab.deliver("five");

      assertThat(walk.entries()).hasSize(2);
      assertThat(walk.entries().get(0)).isInstanceOf(Unreadable.class);
      assertThat(walk.mails()).containsExactly("four");
      assertThat(Walk.from(walk.end(), source).mails()).containsExactly("five");
    }
  }

  @Test
  void aMissingHeadIsAFailureUntilItIsBack() throws Exception {
    Cursor behindTwo = behind(2);
    Path head = lab.loose(commits.get(3));
    byte[] content = Files.readAllBytes(head);
    Files.delete(head);
    try (ArchiveSource source = lab.open()) {
      assertFails(source, behindTwo, "Missing");

      Files.write(head, content);
      assertThat(Walk.from(behindTwo, source).mails()).containsExactly("three", "four");
    }
  }

  @Test
  void aBranchOfGarbageIsAFailureAndNotAnEmptyInbox() throws Exception {
    for (String garbage : List.of("", "\n", "garbage\n", "x".repeat(40) + "\n")) {
      Files.writeString(lab.repository().resolve("refs/heads/master"), garbage);
      try (ArchiveSource source = lab.open()) {
        assertFails(source, Cursor.START, "0.git has no commit where its HEAD points");
      }
    }
  }

  @Test
  void aBranchThatIsGoneIsAFailureUntilItIsBack() throws Exception {
    Cursor behindTwo = behind(2);
    Files.delete(lab.repository().resolve("refs/heads/master"));
    try (ArchiveSource source = lab.open()) {
      assertFails(source, behindTwo, "0.git has lost its branch, and with it all mail");

      lab.head(commits.get(3));
      assertThat(Walk.from(behindTwo, source).mails()).containsExactly("three", "four");
    }
  }

  @Test
  void aHeadOfGarbageOrOfAnotherBranchIsAFailureAndNotAnEmptyInbox() throws Exception {
    for (String head : List.of("", "x\n", "ref: \n", "ref: ../x\n", "ref: refs/heads/main\n")) {
      Files.writeString(lab.repository().resolve("HEAD"), head);
      try (ArchiveSource source = lab.open()) {
        assertFails(source, Cursor.START, "HEAD");
      }
    }
  }

  @Test
  void aTruncatedPackIsAFailureUntilItIsWhole() throws Exception {
    Cursor behindOne = behind(1);
    lab.pack();
    Path pack = pack();
    byte[] whole = Files.readAllBytes(pack);
    for (int length : List.of(0, 11, whole.length / 2, whole.length - 1)) {
      rewrite(pack, Arrays.copyOf(whole, length));
      try (ArchiveSource source = lab.open()) {
        assertFails(source, behindOne, "");
      }
    }
    rewrite(pack, whole);
    try (ArchiveSource source = lab.open()) {
      assertThat(Walk.from(behindOne, source).mails()).containsExactly("two", "three", "four");
    }
  }

  @Test
  void aShallowCloneBeginsWhereItWasCut() throws Exception {
    Files.writeString(lab.repository().resolve("shallow"), commits.get(2).name() + "\n");
    Files.delete(lab.loose(commits.get(1)));
    Files.delete(lab.loose(commits.get(0)));
    try (ArchiveSource source = lab.open()) {
      Walk walk = Walk.through(source);

      assertThat(walk.mails()).containsExactly("three", "four");
      assertThat(walk.others()).isEmpty();
    }
  }

  private Cursor behind(int mails) throws Exception {
    try (ArchiveSource source = lab.open()) {
      return mails == 0 ? Cursor.START : source.readAfter(Cursor.START, mails).next();
    }
  }

  private static ObjectId blob(String mail) {
    return PackLab.blobId(mail.getBytes(UTF_8));
  }

  private byte[] commit(String tree) throws IOException {
    return (tree + "\nparent " + lab.head().orElseThrow().name() + "\n")
        .concat("author a <a@x> 1 +0000\ncommitter l <l@x> 1772445600 +0000\n\nmail\n")
        .getBytes(UTF_8);
  }

  private void assertSecondIsUnreadable(String why) throws Exception {
    for (int page = 1; page < 5; page++) {
      try (ArchiveSource source = lab.open()) {
        Walk walk = Walk.from(Cursor.START, source, page);
        ArchiveEntry second = walk.entries().get(1);

        assertThat(walk.mails()).containsExactly("one", "three", "four");
        assertThat(second)
            .isInstanceOfSatisfying(
                Unreadable.class,
                entry -> assertThat(entry.why()).startsWith("commit " + entry.ref() + " " + why));
        assertThat(source.read(second.ref())).contains(second);
        assertThat(Walk.from(walk.end(), source).entries()).isEmpty();
      }
    }
  }

  private void assertFails(ArchiveSource source, Cursor cursor, String why) {
    assertThatThrownBy(() -> source.readAfter(cursor, 1))
        .isInstanceOfSatisfying(
            ConnectorException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.NOT_SENT))
        .hasMessageStartingWith(lab.inbox() + " cannot be read as a git repository: ")
        .hasMessageContaining(why);
  }

  private Path pack() throws IOException {
    try (DirectoryStream<Path> packs =
        Files.newDirectoryStream(lab.repository().resolve("objects/pack"), "*.pack")) {
      return packs.iterator().next();
    }
  }

  /** Git makes its objects read-only; JGit looks for seconds at a folder that changed just now. */
  private static void rewrite(Path file, byte[] content) throws IOException {
    Files.delete(file);
    Files.write(file, content);
    Files.setLastModifiedTime(file.getParent(), FileTime.fromMillis(0));
  }

  private static void flip(Path file) throws IOException {
    byte[] content = Files.readAllBytes(file);
    for (int i = content.length / 2; i < content.length; i++) {
      content[i] ^= (byte) 0xff;
    }
    rewrite(file, content);
  }
}
