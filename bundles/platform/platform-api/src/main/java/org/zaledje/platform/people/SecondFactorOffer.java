package org.zaledje.platform.people;

import java.util.Objects;

/**
 * A second factor that its owner puts into a device.
 *
 * @param secret what is typed into the device, in Base32
 * @param uri    the same as {@code otpauth:} address, for a QR code
 */
public record SecondFactorOffer(String secret, String uri) {

    public SecondFactorOffer {
        Objects.requireNonNull(secret);
        Objects.requireNonNull(uri);
    }
}
