package io.callcheck.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the keys {@code tls.*} whom we trust and who we are.
 *
 * @param values the settings of the target
 * @param where what they are of, for messages
 * @param directory what relative paths count from
 * @param beside the target file, beside which a file is looked for too; null when there is none
 */
record Tls(
        Map<TargetKey, String> values,
        String where,
        Path directory,
        @Nullable Path beside) {
    /**
     * The context; null for the JDK's own.
     *
     * @throws TargetException when a file is not what it should be, in one line
     */
    @Nullable
    SSLContext context() {
        boolean insecure = "true".equals(values.get(TargetKey.TLS_INSECURE));
        if (!insecure && !values.containsKey(TargetKey.TLS_CA) && !values.containsKey(TargetKey.TLS_CLIENT)) {
            return null;
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), insecure ? new TrustManager[] {new TrustsAnybody()} : trust(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new TargetException(where + ": tls: " + e.getMessage());
        }
    }

    /** Whom the JDK trusts, and the certificates of the file. */
    private TrustManager @Nullable [] trust() throws GeneralSecurityException, IOException {
        if (!values.containsKey(TargetKey.TLS_CA)) {
            return null;
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (X509Certificate known : known()) {
            store.setCertificateEntry(Integer.toString(store.size()), known);
        }
        for (Certificate ours : ours()) {
            store.setCertificateEntry(Integer.toString(store.size()), ours);
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static X509Certificate[] known() throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager x509) {
                return x509.getAcceptedIssuers();
            }
        }
        return new X509Certificate[0];
    }

    private Collection<? extends Certificate> ours() {
        byte[] file = bytes(TargetKey.TLS_CA);
        Collection<? extends Certificate> found;
        try {
            found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file));
        } catch (GeneralSecurityException e) {
            found = Collections.emptyList();
        }
        if (found.isEmpty()) {
            throw wrong(TargetKey.TLS_CA, "there is no certificate in it: expected PEM (-----BEGIN CERTIFICATE-----)");
        }
        return found;
    }

    private KeyManager @Nullable [] keys() throws GeneralSecurityException {
        if (!values.containsKey(TargetKey.TLS_CLIENT)) {
            return null;
        }
        char[] password = values.getOrDefault(TargetKey.TLS_CLIENT_PASSWORD, "").toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = new ByteArrayInputStream(bytes(TargetKey.TLS_CLIENT))) {
            store.load(in, password);
        } catch (IOException e) {
            boolean locked = e.getCause() instanceof UnrecoverableKeyException;
            throw wrong(
                    TargetKey.TLS_CLIENT, locked ? "tls.client-password does not open it" : "it is not a PKCS12 file");
        }
        boolean key = false;
        for (String alias : Collections.list(store.aliases())) {
            key |= store.isKeyEntry(alias);
        }
        if (!key) {
            throw wrong(TargetKey.TLS_CLIENT, "there is no certificate with its private key in it");
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        try {
            factory.init(store, password);
        } catch (UnrecoverableKeyException e) {
            throw wrong(TargetKey.TLS_CLIENT, "tls.client-password does not open the key in it");
        }
        return factory.getKeyManagers();
    }

    private byte[] bytes(TargetKey key) {
        Path path = path(key);
        if (!Files.isRegularFile(path)) {
            throw wrong(key, "there is no such file");
        }
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw wrong(key, "it cannot be read");
        }
    }

    private Path path(TargetKey key) {
        String named = Objects.requireNonNull(values.get(key));
        Path called = directory.resolve(named);
        Path other = beside == null ? called : directory.resolve(beside).resolveSibling(named);
        return !Files.exists(called) && Files.exists(other) ? other : called;
    }

    private TargetException wrong(TargetKey key, String why) {
        return new TargetException(where + ": " + key.path() + ": " + path(key) + ": " + why);
    }
}
