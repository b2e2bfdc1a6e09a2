package org.zaledje.platform.service.internal.identity.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Opens connections to a directory, encrypted unless the administrator has said otherwise. */
final class LdapConnections {

    private final LdapSettings settings;
    private final SSLContext tls;

    LdapConnections(LdapSettings settings) {
        this.settings = settings;
        try {
            this.tls = new SSLUtil(trusted(settings)).createSSLContext();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The certificates of authorities can't be used: " + e.getMessage(), e);
        }
    }

    private static TrustManager trusted(LdapSettings settings) throws KeyStoreException {
        return settings.authorities().isEmpty()
                ? JVMDefaultTrustManager.getInstance() : new PEMFileTrustManager(settings.authorities().get().toFile());
    }

    /** A connection to the first server that answers; nobody is logged in on it yet. */
    LDAPConnection open() throws LDAPException {
        LDAPException last = new LDAPException(ResultCode.CONNECT_ERROR);
        for (LDAPURL server : settings.servers()) {
            try {
                return open(server);
            } catch (LDAPException e) {
                last = e;
            }
        }
        throw last;
    }

    private LDAPConnection open(LDAPURL server) throws LDAPException {
        int millis = Math.toIntExact(settings.timeout().toMillis());
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(millis);
        options.setResponseTimeoutMillis(millis);
        options.setFollowReferrals(false);
        // The certificate must be that of the server that was asked for.
        options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        boolean encrypted = server.getScheme().equals("ldaps");
        LDAPConnection connection = encrypted ? new LDAPConnection(tls.getSocketFactory(), options) : new LDAPConnection(options);
        try {
            connection.connect(server.getHost(), server.getPort());
            if (!encrypted && settings.startTls()) {
                var answer = connection.processExtendedOperation(new StartTLSExtendedRequest(tls));
                if (answer.getResultCode() != ResultCode.SUCCESS) {
                    throw new LDAPException(answer);
                }
            }
            return connection;
        } catch (LDAPException e) {
            connection.close();
            throw e;
        }
    }
}
