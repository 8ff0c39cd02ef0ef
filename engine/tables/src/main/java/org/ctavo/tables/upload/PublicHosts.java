package org.ctavo.tables.upload;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names to addresses of the open Internet only. The connection goes to just the addresses that were looked at
 * here, so that a name cannot point elsewhere a moment later; redirects pass here too.
 */
final class PublicHosts implements DnsResolver {

    /** Says that a name leads inside. */
    static final class InsideException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        InsideException(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress address : addresses) {
            if (isInside(address)) {
                throw new InsideException(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }

    static boolean isInside(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            // fc00::/7 unique local; 64:ff9b::/96 and 2002::/16 lead to IPv4 addresses that were not looked at.
            return (first & 0xfe) == 0xfc || (first == 0x00 && second == 0x64) || (first == 0x20 && second == 0x02);
        }
        // 0/8 this network, 100.64/10 carrier-grade NAT, 192.0.0/24 protocol use, 198.18/15 tests, 240/4 reserved.
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0 && bytes[2] == 0)
                || (first == 198 && (second & 0xfe) == 18)
                || first >= 240;
    }
}
