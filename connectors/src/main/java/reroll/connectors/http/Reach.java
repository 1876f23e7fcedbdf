package reroll.connectors.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import okhttp3.Dns;

/**
 * Where a redirect may lead. One who is asked on the public network must not send the bot to a
 * machine within the operator's own, which trusts whoever is inside; one who is asked in there may.
 * Names are looked at when they are connected to, so that none can change its mind in between.
 */
final class Reach {
  /** That of the machine. */
  static final Reach SYSTEM = new Reach(Dns.SYSTEM, Reach::isPublic);

  private final Dns names;
  private final Predicate<InetAddress> everybodys;

  Reach(Dns names, Predicate<InetAddress> everybodys) {
    this.names = names;
    this.everybodys = everybodys;
  }

  /** Whether all addresses of a host are public; one without any is asked by nobody. */
  boolean isPublic(URI url) {
    try {
      return names.lookup(bare(url)).stream().allMatch(everybodys);
    } catch (UnknownHostException e) {
      return true;
    }
  }

  /** The address of a literal stands in brackets. */
  private static String bare(URI url) {
    return url.getHost().replaceAll("^\\[|]$", "");
  }

  Dns everywhere() {
    return names;
  }

  /**
   * Knows no address of the host that is asked but public ones. Any other name is that of a proxy,
   * which the operator chose and which may well be within.
   */
  Dns inPublic(URI url) {
    String asked = bare(url);
    return host -> {
      if (!host.equalsIgnoreCase(asked)) {
        return names.lookup(host);
      }
      List<InetAddress> all = names.lookup(host).stream().filter(everybodys).toList();
      if (all.isEmpty()) {
        throw new UnknownHostException(host + " has no public address");
      }
      return all;
    };
  }

  /**
   * Whether an address is one that anybody can have (IANA's registries of special addresses for
   * IPv4 and IPv6). IPv6 that carries IPv4 within is left out whole: nobody needs it here.
   */
  static boolean isPublic(InetAddress address) {
    return !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress()
        && (address instanceof Inet6Address ? isGlobal6(address) : isGlobal4(address));
  }

  /** RFC 6598, RFC 6890, RFC 2544, RFC 1112: beside those that Java knows. */
  private static boolean isGlobal4(InetAddress address) {
    int first = address.getAddress()[0] & 0xFF;
    int second = address.getAddress()[1] & 0xFF;
    boolean carriers = first == 100 && second >= 64 && second < 128;
    boolean tests = first == 198 && (second == 18 || second == 19);
    boolean protocols = first == 192 && second == 0 && address.getAddress()[2] == 0;
    return first != 0 && first < 240 && !carriers && !tests && !protocols;
  }

  /** Only 2000::/3 is handed out (RFC 4291), and in it neither 6to4 nor Teredo. */
  private static boolean isGlobal6(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean handedOut = (bytes[0] & 0xE0) == 0x20;
    boolean to4 = bytes[0] == 0x20 && bytes[1] == 0x02;
    boolean teredo = Arrays.equals(bytes, 0, 4, new byte[] {0x20, 0x01, 0, 0}, 0, 4);
    return handedOut && !to4 && !teredo;
  }
}
