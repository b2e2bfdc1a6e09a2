package org.zaledje.platform.web.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code etc/org.zaledje.tls.cfg} says.
 *
 * @param files     where the key is: a certificate chain and a key in PEM, or one PKCS#12 file
 * @param password  of the key or the PKCS#12 file; may be empty
 * @param port      where to listen
 * @param http      what becomes of those who come unencrypted
 */
record TlsConfiguration(List<Path> files, String password, int port, Http http) {

    static final String FILE = "etc/org.zaledje.tls.cfg";

    private static final int PORT_MAX = 65_535;

    /** What becomes of those who come unencrypted. */
    enum Http {
        /** They are sent to the encrypted port. */
        REDIRECT,
        /** Nobody listens there. */
        OFF,
        /** They are served as well. */
        ON
    }

    /**
     * Empty when no key is named.
     *
     * @throws IllegalArgumentException what is wrong, in a sentence
     */
    static Optional<TlsConfiguration> read(Path data) throws IOException {
        Path file = data.resolve(FILE);
        Properties given = new Properties();
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                given.load(in);
            }
        }
        return of(texts(given), data);
    }

    private static Map<String, String> texts(Properties given) {
        return given.stringPropertyNames().stream().filter(name -> !given.getProperty(name).isBlank())
                .collect(Collectors.toMap(name -> name, name -> given.getProperty(name).strip()));
    }

    private static Optional<TlsConfiguration> of(Map<String, String> given, Path data) {
        Optional<String> keystore = Optional.ofNullable(given.get("keystore"));
        Optional<String> certificate = Optional.ofNullable(given.get("certificate"));
        Optional<String> key = Optional.ofNullable(given.get("key"));
        if (keystore.isPresent() && (certificate.isPresent() || key.isPresent())) {
            throw new IllegalArgumentException(FILE + ": name either a keystore, or a certificate and a key");
        }
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException(FILE + ": a certificate needs its key, and a key its certificate");
        }
        List<Path> files = Stream.of(keystore, certificate, key).flatMap(Optional::stream).map(data::resolve).toList();
        return files.isEmpty() ? Optional.empty() : Optional.of(new TlsConfiguration(
                files, given.getOrDefault("password", ""), port(given.getOrDefault("port", "8443")), http(given)));
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= PORT_MAX) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below, as a number that is no port.
        }
        throw new IllegalArgumentException(FILE + ": " + text + " is not a port");
    }

    private static Http http(Map<String, String> given) {
        String text = given.getOrDefault("http", "redirect");
        return Stream.of(Http.values()).filter(value -> value.name().equalsIgnoreCase(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(FILE + ": http is redirect, off or on, and not " + text));
    }
}
