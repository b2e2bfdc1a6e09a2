package org.zaledje.platform.service.internal.event;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;
import org.zaledje.platform.event.Webhook;

/**
 * Where webhooks may lead: not into the network that the platform stands in, which a user could not reach themselves.
 * Names are looked up before each message; the Java runtime keeps the answer for the connection that follows.
 */
record Targets(boolean privateTargets) {

    private static final int CARRIER_FIRST = 100;

    /** What is wrong with an address, as the key of a text. */
    Optional<String> problem(String url) {
        if (url.length() > Webhook.URL_LENGTH_MAX) {
            return Optional.of("events.webhook.url.too-long");
        }
        try {
            URI uri = new URI(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                return Optional.of("events.webhook.url.invalid");
            }
            return problem(uri);
        } catch (URISyntaxException e) {
            return Optional.of("events.webhook.url.invalid");
        }
    }

    private Optional<String> problem(URI uri) {
        boolean plain = uri.getScheme().equals("http");
        try {
            for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
                if (plain && !address.isLoopbackAddress()) {
                    return Optional.of("events.webhook.url.invalid");
                }
                if (!privateTargets && isPrivate(address)) {
                    return Optional.of("events.webhook.url.private");
                }
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("events.webhook.url.unknown");
        }
    }

    private static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        return address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
                || address.isSiteLocalAddress() || address.isMulticastAddress()
                // unique local addresses, and IPv4 inside IPv6 (NAT64, 6to4)
                || address instanceof Inet6Address && ((bytes[0] & 0xFE) == 0xFC || bytes[0] == 0 || bytes[0] == 0x20 && bytes[1] == 0x02)
                // shared by a carrier's customers, and "this network"
                || bytes.length == 4 && (bytes[0] == 0 || bytes[0] == CARRIER_FIRST && (bytes[1] & 0xC0) == 0x40);
    }
}
