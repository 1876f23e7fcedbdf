/** Measurements of whole processes; run by {@code mvn -Pbench verify}, never by the tests. */
package reroll.bench;
