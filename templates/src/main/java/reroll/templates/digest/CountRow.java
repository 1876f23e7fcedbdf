package reroll.templates.digest;

/** A row of a table of contributors. */
public record CountRow(int count, String label) {}
