package org.zaledje.testkit;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFException;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.cert.ManageCertificates;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A directory of two people and two groups, reached over TLS, that can be stopped: {@code ana} keeps the books, {@code bor} is IT. */
public final class DirectoryServer implements AutoCloseable {

    public static final String BASE = "dc=example,dc=com";
    public static final String PASSWORD = "ana's own lamp";
    public static final String ADMINS = "cn=it,ou=groups," + BASE;
    public static final String BOOKS = "cn=books,ou=groups," + BASE;

    private static final String KEYS_PASSWORD = "of the keys";
    private static final String SEARCHER = "cn=zaledje," + BASE;
    private static final String SEARCHER_PASSWORD = "may search";

    private final InMemoryDirectoryServer server;
    private final Path authorities;

    public DirectoryServer(Path folder) throws Exception {
        this(folder, "localhost");
    }

    /** One whose certificate is for this host, though it is reached as localhost. */
    public DirectoryServer(Path folder, String certifiedHost) throws Exception {
        Path keys = folder.resolve("keys.p12");
        authorities = folder.resolve("ca.pem");
        manage("generate-self-signed-certificate", "--keystore", keys.toString(), "--keystore-type", "PKCS12",
                "--keystore-password", KEYS_PASSWORD, "--alias", "server", "--subject-dn", "CN=" + certifiedHost,
                "--subject-alternative-name-dns", certifiedHost);
        manage("export-certificate", "--keystore", keys.toString(), "--keystore-password", KEYS_PASSWORD, "--alias", "server",
                "--output-file", authorities.toString(), "--output-format", "PEM");
        SSLUtil own = new SSLUtil(new KeyStoreKeyManager(keys.toFile(), KEYS_PASSWORD.toCharArray(), "PKCS12", "server"), null);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.setSchema(null);
        config.addAdditionalBindCredentials(SEARCHER, SEARCHER_PASSWORD);
        config.setAuthenticationRequiredOperationTypes(
                OperationType.SEARCH, OperationType.COMPARE);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("clear", null, 0, own.createSSLSocketFactory()),
                InMemoryListenerConfig.createLDAPSConfig("tls", null, 0, own.createSSLServerSocketFactory(), null));
        server = new InMemoryDirectoryServer(config);
        server.add("dn: " + BASE, "objectClass: domain", "dc: example");
        server.add("dn: ou=people," + BASE, "objectClass: organizationalUnit", "ou: people");
        server.add("dn: ou=groups," + BASE, "objectClass: organizationalUnit", "ou: groups");
        addPerson("ana", "Ana Novak");
        addPerson("bor", "Bor Kos");
        server.add("dn: " + BOOKS, "objectClass: groupOfNames", "cn: books", "member: " + dn("ana"));
        server.add("dn: " + ADMINS, "objectClass: groupOfNames", "cn: it", "member: " + dn("bor"));
        server.startListening();
    }

    private static void manage(String... arguments) {
        OutputStream nowhere = OutputStream.nullOutputStream();
        ResultCode result = ManageCertificates.main(null, nowhere, nowhere, arguments);
        if (result != ResultCode.SUCCESS) {
            throw new IllegalStateException(arguments[0] + ": " + result);
        }
    }

    public void addPerson(String uid, String displayName) throws LDAPException, LDIFException {
        server.add("dn: " + dn(uid), "objectClass: inetOrgPerson", "uid: " + uid, "cn: " + displayName, "sn: " + displayName,
                "displayName: " + displayName, "mail: " + uid + "@example.com", "userPassword: " + PASSWORD);
    }

    public static String dn(String uid) {
        return "uid=" + uid + ",ou=people," + BASE;
    }

    public void change(String dn, String... lines) throws LDAPException, LDIFException {
        String[] all = new String[lines.length + 2];
        all[0] = "dn: " + dn;
        all[1] = "changetype: modify";
        System.arraycopy(lines, 0, all, 2, lines.length);
        server.modify(all);
    }

    public void remove(String dn) throws LDAPException, LDIFException {
        server.delete(dn);
    }

    public void rename(String uid, String wanted) throws LDAPException {
        server.modifyDN(dn(uid), "uid=" + wanted, true);
    }

    public void stop() {
        server.shutDown(true);
    }

    /** A configuration that leads here, over LDAPS. */
    public Map<String, Object> configuration() {
        Map<String, Object> values = new TreeMap<>(Map.of(
                "url", "ldaps://localhost:" + server.getListenPort("tls"), "authorities", authorities.toString(),
                "bind.dn", SEARCHER, "bind.password", SEARCHER_PASSWORD, "user.base", "ou=people," + BASE,
                "group.base", "ou=groups," + BASE,
                "roles", "CN=Books, ou=groups, " + BASE + " > Bookkeeper; " + ADMINS + " > administrator"));
        return values;
    }

    public String clearUrl() {
        return "ldap://localhost:" + server.getListenPort("clear");
    }

    @Override
    public void close() {
        server.shutDown(true);
    }
}
