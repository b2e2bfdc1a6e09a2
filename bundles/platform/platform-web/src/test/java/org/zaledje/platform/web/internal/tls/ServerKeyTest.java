package org.zaledje.platform.web.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerKeyTest {

    private static final String PASSWORD = "a password";

    @TempDir
    Path data;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void aKeyInPemIsTheOneThatTheWebServerGets(String algorithm) throws Exception {
        KeyStore store = made("own.p12", algorithm, 30);
        pem("chain.pem", "CERTIFICATE", store.getCertificate("own").getEncoded());
        pem("key.pem", "PRIVATE KEY", store.getKey("own", PASSWORD.toCharArray()).getEncoded());
        configure("certificate = chain.pem\nkey = key.pem\nport = 9443\nhttp = off\n");

        TlsConfiguration configured = TlsConfiguration.read(data).orElseThrow();
        assertThat(configured.port()).isEqualTo(9443);
        assertThat(configured.http()).isEqualTo(TlsConfiguration.Http.OFF);
        Path written = data.resolve("karaf/tls/key.p12");
        ServerKey.read(configured).write(written, "zaledje".toCharArray());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written))).isEqualTo("rw-------");
        KeyStore read = opened(written, "zaledje");
        assertThat(read.getKey("zaledje", "zaledje".toCharArray()).getEncoded())
                .isEqualTo(store.getKey("own", PASSWORD.toCharArray()).getEncoded());
        assertThat(read.getCertificate("zaledje")).isEqualTo(store.getCertificate("own"));
    }

    @Test
    void aKeyThatIsEncryptedOrInAKeystoreIsOpenedByItsPassword() throws Exception {
        KeyStore store = made("own.p12", "RSA", 30);
        pem("chain.pem", "CERTIFICATE", store.getCertificate("own").getEncoded());
        pem("key.pem", "ENCRYPTED PRIVATE KEY", encrypted((PrivateKey) store.getKey("own", PASSWORD.toCharArray())));
        configure("certificate = chain.pem\nkey = key.pem\npassword = " + PASSWORD + "\n");
        ServerKey.read(TlsConfiguration.read(data).orElseThrow());
        configure("certificate = chain.pem\nkey = key.pem\npassword = another\n");
        refused("the key for TLS can't be used");
        configure("keystore = own.p12\npassword = " + PASSWORD + "\n");
        ServerKey.read(TlsConfiguration.read(data).orElseThrow());
        configure("keystore = own.p12\npassword = another\n");
        refused("wrong password");
    }

    @Test
    void whatCanNotBeUsedIsSaidInOneSentence() throws Exception {
        KeyStore one = made("one.p12", "RSA", 30);
        KeyStore other = made("other.p12", "RSA", 30);
        pem("chain.pem", "CERTIFICATE", one.getCertificate("own").getEncoded());
        pem("key.pem", "PRIVATE KEY", other.getKey("own", PASSWORD.toCharArray()).getEncoded());
        configure("certificate = chain.pem\nkey = key.pem\n");
        refused("not that of the certificate");
        pem("key.pem", "RSA PRIVATE KEY", new byte[] {1});
        refused("openssl pkcs8 -topk8");
        configure("certificate = chain.pem\nkey = nowhere.pem\n");
        refused("there is no readable file");
        for (String wrong : List.of("certificate = chain.pem\n", "keystore = one.p12\nkey = key.pem\n",
                "keystore = one.p12\nport = 0\n", "keystore = one.p12\nport = x\n", "keystore = one.p12\nhttp = maybe\n")) {
            configure(wrong);
            assertThatThrownBy(() -> TlsConfiguration.read(data)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("etc/org.zaledje.tls.cfg");
        }
        configure("# certificate = chain.pem\n");
        assertThat(TlsConfiguration.read(data)).isEmpty();
    }

    private void refused(String part) throws IOException {
        TlsConfiguration configured = TlsConfiguration.read(data).orElseThrow();
        assertThatThrownBy(() -> ServerKey.read(configured)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(part);
    }

    private void configure(String text) throws IOException {
        Files.createDirectories(data.resolve("etc"));
        Files.writeString(data.resolve("etc/org.zaledje.tls.cfg"), text);
    }

    private KeyStore made(String name, String algorithm, int days) throws Exception {
        Path file = data.resolve(name);
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin/keytool").toString(), "-genkeypair",
                "-alias", "own", "-keyalg", algorithm, "-dname", "CN=localhost", "-validity", "" + days, "-storetype", "PKCS12",
                "-keystore", file.toString(), "-storepass", PASSWORD).redirectErrorStream(true).start();
        assertThat(keytool.waitFor()).as(new String(keytool.getInputStream().readAllBytes())).isZero();
        return opened(file, PASSWORD);
    }

    private static KeyStore opened(Path file, String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password.toCharArray());
        }
        return store;
    }

    private static byte[] encrypted(PrivateKey key) throws Exception {
        String algorithm = "PBEWithHmacSHA256AndAES_256";
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.ENCRYPT_MODE, SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(PASSWORD.toCharArray())));
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(cipher.getParameters().getEncoded());
        return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(key.getEncoded())).getEncoded();
    }

    private void pem(String name, String type, byte[] content) throws IOException {
        Files.writeString(data.resolve(name), "-----BEGIN " + type + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + type + "-----\n");
    }
}
