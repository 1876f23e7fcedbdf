package reroll.connectors.archive.files;

import java.util.Comparator;

/** Orders names as a person would: {@code 2.eml} before {@code 10.eml}. Stateless. */
enum NaturalOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    int atA = 0;
    int atB = 0;
    while (atA < a.length() && atB < b.length()) {
      int endA = endOfNumber(a, atA);
      int endB = endOfNumber(b, atB);
      boolean numbers = endA > atA && endB > atB;
      int difference =
          numbers
              ? compareNumbers(a.substring(atA, endA), b.substring(atB, endB))
              : Character.compare(a.charAt(atA), b.charAt(atB));
      if (difference != 0) {
        return difference;
      }
      atA = numbers ? endA : atA + 1;
      atB = numbers ? endB : atB + 1;
    }
    int rest = Integer.compare(a.length() - atA, b.length() - atB);
    return rest != 0 ? rest : a.compareTo(b); // 01 and 1 are two names
  }

  private static int endOfNumber(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end;
  }

  /** Of any length: file names hold hashes, too. */
  private static int compareNumbers(String a, String b) {
    String digitsA = withoutZeros(a);
    String digitsB = withoutZeros(b);
    return digitsA.length() == digitsB.length()
        ? digitsA.compareTo(digitsB)
        : Integer.compare(digitsA.length(), digitsB.length());
  }

  private static String withoutZeros(String digits) {
    int zeros = 0;
    while (zeros < digits.length() && digits.charAt(zeros) == '0') {
      zeros++;
    }
    return digits.substring(zeros);
  }
}
