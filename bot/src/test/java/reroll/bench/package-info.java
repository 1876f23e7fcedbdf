/**
 * Measurements of whole processes; run by profiles such as {@code mvn -Pbench verify}, never by the
 * tests.
 */
package reroll.bench;
