package reroll.bot.words;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why a file cannot be read or written, in words for the person who runs the bot. */
public final class FileTrouble {
  private FileTrouble() {}

  /** Half a sentence, with the file where it is known. The JDK's own is often the path alone. */
  public static String of(IOException trouble) {
    if (trouble instanceof FileSystemException file && file.getFile() != null) {
      return file.getFile() + ": " + why(file);
    }
    return trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
  }

  private static String why(FileSystemException trouble) {
    if (trouble instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (trouble instanceof AccessDeniedException) {
      return "this user has no right to it";
    }
    if (trouble instanceof FileAlreadyExistsException || trouble instanceof NotDirectoryException) {
      return "this is a file, not a folder";
    }
    return trouble.getReason() == null ? trouble.getClass().getSimpleName() : trouble.getReason();
  }
}
