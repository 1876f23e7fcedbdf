/**
 * The one way out to the web: {@link reroll.connectors.http.Http} sends requests politely, one at a
 * time to a host, and tells failures as all ports do. Knows OkHttp, and is alone in that; knows
 * nothing of what is fetched. Uses {@code port}.
 */
package reroll.connectors.http;
