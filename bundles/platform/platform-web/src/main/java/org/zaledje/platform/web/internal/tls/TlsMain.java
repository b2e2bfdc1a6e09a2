package org.zaledje.platform.web.internal.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Run by the launcher before the platform starts: prepares the key for the web server, and answers the options that turn TLS on. */
public final class TlsMain {

    /** The password protects nothing: who can read the file can read the configuration as well. PKCS#12 must have one. */
    static final String PASSWORD = "zaledje";

    private TlsMain() {
    }

    /** Where the web server finds its key, below the data directory. */
    static Path keystore(Path data) {
        return data.resolve("karaf/tls/key.p12");
    }

    /** Argument: the data directory. */
    public static void main(String[] arguments) {
        Path data = Path.of(arguments[0]);
        try {
            Optional<TlsConfiguration> configured = TlsConfiguration.read(data);
            if (configured.isPresent()) {
                TlsConfiguration tls = configured.get();
                ServerKey.read(tls).write(keystore(data), PASSWORD.toCharArray());
                System.out.println(tls.port() + " " + tls.http().name().toLowerCase(Locale.ROOT));
            }
        } catch (IllegalArgumentException e) {
            end(e.getMessage());
        } catch (IOException e) {
            end("the key for TLS can't be prepared: " + e);
        }
    }

    private static void end(String message) {
        System.err.println("zaledje: " + message + ".");
        System.exit(1);
    }
}
