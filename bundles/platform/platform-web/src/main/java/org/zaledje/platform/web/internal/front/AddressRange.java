package org.zaledje.platform.web.internal.front;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Network addresses with a common beginning.
 *
 * @param network the beginning; what comes after it does not matter
 * @param bits    how long it is
 */
record AddressRange(byte[] network, int bits) {

    /** No names: looking one up can take long, and somebody else answers. */
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]+");

    /** As in {@code 10.0.0.0/8}, {@code fd00::/8}, or a single address. */
    static AddressRange parse(String text) {
        String[] parts = text.strip().split("/", 2);
        byte[] address = literal(parts[0]).map(InetAddress::getAddress).orElseThrow(() -> invalid(text));
        try {
            int bits = parts.length == 1 ? address.length * Byte.SIZE : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > address.length * Byte.SIZE) {
                throw invalid(text);
            }
            return new AddressRange(address, bits);
        } catch (NumberFormatException e) {
            throw invalid(text);
        }
    }

    private static IllegalArgumentException invalid(String text) {
        return new IllegalArgumentException("org.zaledje.web: " + text + " is neither an address nor a network such as 10.0.0.0/8");
    }

    /** An address written with numbers; empty for anything else. */
    static Optional<InetAddress> literal(String text) {
        try {
            return LITERAL.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        if (other.length != network.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % Byte.SIZE;
            if ((other[bit / Byte.SIZE] & mask) != (network[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }
}
