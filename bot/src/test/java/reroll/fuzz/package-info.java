/**
 * What strangers write, thrown at those who read it: every {@code …Fuzz} beside the code is one
 * target. The tests give each its seeds, what was found once, and some mutations; {@code mvn -Pfuzz
 * verify} lets Jazzer look for more.
 */
package reroll.fuzz;
