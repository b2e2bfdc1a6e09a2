package org.zaledje.platform.web.internal.front;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;

/*
 * Whom is believed what, and why?
 *
 * Each proxy adds to the end of the list whom it was asked by. So the list is read from its end: what a trusted proxy has added is
 * believed, and the first address that is not a trusted proxy's own is the client's, whatever it has written before that itself.
 * Scheme and host are believed only as the nearest trusted proxy has told them.
 */

/** What trusted proxies tell of the request they pass on; what others tell counts for nothing. */
final class Proxies {

    private static final Pattern PAIR = Pattern.compile("\\s*([A-Za-z]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;,\"\\s]*))\\s*(;|,|$)");
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9._-]{1,253})(?::(\\d{1,5}))?");

    private final List<AddressRange> trusted;

    /** @param trusted addresses and networks, separated by commas; may be empty */
    Proxies(String trusted) {
        this.trusted = Arrays.stream(trusted.split(",")).map(String::strip).filter(text -> !text.isEmpty())
                .map(AddressRange::parse).toList();
    }

    /** One step on the way of a request, as a proxy has told it; what it has not told is empty. */
    private record Step(String client, String scheme, String host) {
    }

    /** Whether the request has come through somebody else, as far as it says itself. */
    static boolean isForwarded(Request request) {
        return request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null;
    }

    /** Makes the request look as it left its client. */
    void believe(Request request) {
        if (!isTrusted(AddressRange.literal(request.getRemoteAddr()))) {
            return;
        }
        List<Step> way = way(request);
        if (way.isEmpty()) {
            return;
        }
        Step nearest = way.get(way.size() - 1);
        if (nearest.scheme.equals("https") || nearest.scheme.equals("http")) {
            request.setScheme(nearest.scheme);
            request.setSecure(nearest.scheme.equals("https"));
        }
        Matcher host = HOST.matcher(nearest.host);
        if (host.matches()) {
            request.setAuthority(host.group(1), host.group(2) == null ? 0 : Integer.parseInt(host.group(2)));
        }
        client(way).ifPresent(address -> request.setRemoteAddr(new InetSocketAddress(address, 0)));
    }

    private Optional<InetAddress> client(List<Step> way) {
        Optional<InetAddress> found = Optional.empty();
        List<Step> backwards = new ArrayList<>(way);
        Collections.reverse(backwards);
        for (Step step : backwards) {
            Optional<InetAddress> address = AddressRange.literal(withoutPort(step.client));
            if (address.isEmpty()) {
                return found;
            }
            found = address;
            if (!isTrusted(address)) {
                return found;
            }
        }
        return found;
    }

    private boolean isTrusted(Optional<InetAddress> address) {
        return address.isPresent() && trusted.stream().anyMatch(range -> range.contains(address.get()));
    }

    private static String withoutPort(String client) {
        if (client.startsWith("[")) {
            int end = client.indexOf(']');
            return end < 0 ? "" : client.substring(1, end);
        }
        int colon = client.indexOf(':');
        return colon >= 0 && client.indexOf(':', colon + 1) < 0 ? client.substring(0, colon) : client;
    }

    /** The standard's header when it is there, else those that are older than it. */
    private static List<Step> way(Request request) {
        List<String> standard = Collections.list(request.getHeaders("Forwarded"));
        if (!standard.isEmpty()) {
            return forwarded(String.join(",", standard));
        }
        List<Step> way = new ArrayList<>();
        String scheme = last(request, "X-Forwarded-Proto");
        String host = last(request, "X-Forwarded-Host");
        for (String header : Collections.list(request.getHeaders("X-Forwarded-For"))) {
            Arrays.stream(header.split(",")).forEach(client -> way.add(new Step(client.strip(), scheme, host)));
        }
        return way.isEmpty() && !scheme.isEmpty() ? List.of(new Step("", scheme, host)) : way;
    }

    private static List<Step> forwarded(String header) {
        List<Step> way = new ArrayList<>();
        Step step = new Step("", "", "");
        Matcher pair = PAIR.matcher(header);
        while (pair.lookingAt()) {
            String value = pair.group(2) == null ? pair.group(3) : pair.group(2).replaceAll("\\\\(.)", "$1");
            step = switch (pair.group(1).toLowerCase(Locale.ROOT)) {
                case "for" -> new Step(value, step.scheme, step.host);
                case "proto" -> new Step(step.client, value, step.host);
                case "host" -> new Step(step.client, step.scheme, value);
                default -> step;
            };
            if (!pair.group(4).equals(";")) {
                way.add(step);
                step = new Step("", "", "");
            }
            if (pair.end() == header.length()) {
                return way;
            }
            pair.region(pair.end(), header.length());
        }
        // What can't be read to its end is not believed at all.
        return List.of();
    }

    private static String last(Request request, String name) {
        List<String> values = Collections.list(request.getHeaders(name));
        if (values.isEmpty()) {
            return "";
        }
        String value = values.get(values.size() - 1);
        return value.substring(value.lastIndexOf(',') + 1).strip();
    }
}
