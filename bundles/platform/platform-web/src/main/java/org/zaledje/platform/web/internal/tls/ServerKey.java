package org.zaledje.platform.web.internal.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The server's key and its certificates, out of the files that an administrator has. */
final class ServerKey {

    private static final Pattern PEM = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]+)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "RSASSA-PSS");
    private static final String ALIAS = "zaledje";

    private final PrivateKey key;
    private final Certificate[] chain;

    private ServerKey(PrivateKey key, Certificate[] chain) {
        this.key = key;
        this.chain = chain;
    }

    /** @throws IllegalArgumentException what is wrong with the files, in a sentence */
    static ServerKey read(TlsConfiguration configuration) throws IOException {
        for (Path file : configuration.files()) {
            if (!Files.isReadable(file)) {
                throw new IllegalArgumentException("there is no readable file " + file + "; " + TlsConfiguration.FILE + " names it");
            }
        }
        try {
            ServerKey found = configuration.files().size() == 1
                    ? pkcs12(configuration.files().get(0), configuration.password().toCharArray())
                    : pem(configuration.files().get(0), configuration.files().get(1), configuration.password());
            found.check();
            return found;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the key for TLS can't be used: " + e.getMessage(), e);
        }
    }

    private static ServerKey pkcs12(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " can't be opened: wrong password, or no PKCS#12 file", e);
        }
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, password);
            if (key instanceof PrivateKey mine) {
                return new ServerKey(mine, store.getCertificateChain(alias));
            }
        }
        throw new IllegalArgumentException(file + " has no private key");
    }

    private static ServerKey pem(Path certificates, Path keyFile, String password) throws IOException, GeneralSecurityException {
        List<? extends Certificate> chain;
        try (InputStream in = Files.newInputStream(certificates)) {
            chain = List.copyOf(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
        if (chain.isEmpty()) {
            throw new IllegalArgumentException(certificates + " has no certificate");
        }
        return new ServerKey(privateKey(keyFile, password), chain.toArray(Certificate[]::new));
    }

    private static PrivateKey privateKey(Path file, String password) throws IOException, GeneralSecurityException {
        Matcher pem = PEM.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        while (pem.find()) {
            byte[] content = Base64.getMimeDecoder().decode(pem.group(2));
            switch (pem.group(1)) {
                case "PRIVATE KEY" -> {
                    return decoded(new PKCS8EncodedKeySpec(content));
                }
                case "ENCRYPTED PRIVATE KEY" -> {
                    return decoded(decrypted(content, password));
                }
                case "RSA PRIVATE KEY", "EC PRIVATE KEY" -> throw new IllegalArgumentException(file + " is in an older form of key: "
                        + "openssl pkcs8 -topk8 -nocrypt -in " + file.getFileName() + " -out key.pem makes the one that is read");
                default -> { }
            }
        }
        throw new IllegalArgumentException(file + " has no private key in PEM");
    }

    private static PKCS8EncodedKeySpec decrypted(byte[] content, String password) throws IOException, GeneralSecurityException {
        EncryptedPrivateKeyInfo sealed = new EncryptedPrivateKeyInfo(content);
        // For PBES2 the name of the algorithm is in its parameters.
        String algorithm = sealed.getAlgParameters() == null ? sealed.getAlgName() : sealed.getAlgParameters().toString();
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(algorithm)
                .generateSecret(new PBEKeySpec(password.toCharArray())), sealed.getAlgParameters());
        return sealed.getKeySpec(cipher);
    }

    private static PrivateKey decoded(PKCS8EncodedKeySpec spec) throws GeneralSecurityException {
        Optional<PrivateKey> found = Optional.empty();
        for (String algorithm : ALGORITHMS) {
            try {
                found = Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
                break;
            } catch (InvalidKeySpecException e) {
                // It is a key of another algorithm.
            }
        }
        return found.orElseThrow(() -> new InvalidKeySpecException("its algorithm is none of " + ALGORITHMS));
    }

    private void check() throws GeneralSecurityException {
        X509Certificate own = (X509Certificate) chain[0];
        String signing = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "RSASSA-PSS" -> "";
            default -> key.getAlgorithm();
        };
        if (!signing.isEmpty()) {
            Signature signature = Signature.getInstance(signing);
            signature.initSign(key);
            signature.update(chain[0].getEncoded());
            byte[] signed = signature.sign();
            signature.initVerify(own.getPublicKey());
            signature.update(chain[0].getEncoded());
            if (!signature.verify(signed)) {
                throw new IllegalArgumentException("the key for TLS is not that of the certificate " + own.getSubjectX500Principal());
            }
        }
        own.checkValidity();
    }

    /** When the certificate ends. */
    Instant notAfter() {
        return ((X509Certificate) chain[0]).getNotAfter().toInstant();
    }

    /** Writes it for the web server, readable by nobody else; replaces what was there in one step. */
    void write(Path file, char[] password) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = Files.createTempFile(file.getParent(), "key", ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(part)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(ALIAS, key, password, chain);
            store.store(out, password);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
