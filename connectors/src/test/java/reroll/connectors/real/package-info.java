/**
 * Real servers for the tests whose names end in {@code RealIT} ({@code mvn -Preal-servers verify}).
 * They run on loopback, started by the scripts in {@code .ci/servers}, stopped by their pids.
 */
package reroll.connectors.real;
