package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of our own making, valid for a year, each signed by itself.
 *
 * @param folder where their files are
 */
public record Certificates(Path folder) {
    /** What opens every file of keys here. */
    public static final String PASSWORD = "ch@nge it";

    private static final String ALIAS = "peer";

    /**
     * Makes one.
     *
     * @param begins as keytool understands it, such as -1d
     * @param host as keytool understands it, such as ip:127.0.0.1
     * @return the file of it and its key, PKCS12
     */
    public Path make(String name, String begins, String host) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        keytool(store, "-genkeypair", ALIAS, "-keyalg EC -validity 365 -startdate " + begins, "-ext", "san=" + host);
        return store;
    }

    /** The same, signed by another, which is a file of this folder then: its name with {@code -ca}. */
    public Path makeSigned(String name, String begins, String host) throws IOException, InterruptedException {
        Path signer = folder.resolve(name + "-ca.p12");
        keytool(signer, "-genkeypair", ALIAS, "-keyalg EC -validity 3650 -startdate -1000d", "-ext", "bc:c");
        Path store = make(name, begins, host);
        String request = folder.resolve(name + ".csr").toString();
        String signed = folder.resolve(name + ".pem").toString();
        String authority = folder.resolve(name + "-ca.pem").toString();
        keytool(store, "-certreq", ALIAS, "-file " + request);
        keytool(
                signer,
                "-gencert",
                ALIAS,
                "-validity 365 -infile " + request + " -outfile " + signed + " -startdate " + begins,
                "-ext",
                "san=" + host);
        keytool(signer, "-exportcert", ALIAS, "-rfc -file " + authority);
        keytool(store, "-importcert", "ca", "-noprompt -file " + authority);
        keytool(store, "-importcert", ALIAS, "-noprompt -file " + signed);
        return store;
    }

    private void keytool(Path store, String command, String alias, String options, String... more)
            throws IOException, InterruptedException {
        Path log = folder.resolve("keytool.txt");
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), command, "-alias", alias));
        line.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        if (command.equals("-genkeypair")) {
            line.addAll(List.of("-dname", "CN=" + store.getFileName()));
        }
        line.addAll(List.of(options.split(" ", -1)));
        line.addAll(List.of(more));
        Process made = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(made.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(made.exitValue()).as(line + Files.readString(log)).isZero();
    }

    /** The certificates of some files of keys, in one file of text. */
    public Path pem(String name, Path... stores) throws IOException, GeneralSecurityException {
        StringBuilder text = new StringBuilder();
        for (Path store : stores) {
            text.append("-----BEGIN CERTIFICATE-----\n");
            text.append(Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(open(store).getCertificate(ALIAS).getEncoded()));
            text.append("\n-----END CERTIFICATE-----\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    /**
     * A socket that speaks TLS.
     *
     * @param known whose certificate is asked for; null when none is
     */
    public static ServerSocket listening(Path store, @Nullable Path known)
            throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(open(store), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (known != null) {
            KeyStore clients = KeyStore.getInstance("PKCS12");
            clients.load(null, null);
            clients.setCertificateEntry("client", open(known).getCertificate(ALIAS));
            trust.init(clients);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), known == null ? null : trust.getTrustManagers(), null);
        ServerSocket socket =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        if (socket instanceof SSLServerSocket secure) {
            secure.setNeedClientAuth(known != null);
        }
        return socket;
    }

    /** A peer that answers an empty object over TLS. */
    public static RawPeer serving(Path store, @Nullable Path known) throws IOException, GeneralSecurityException {
        byte[] answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
                .getBytes(StandardCharsets.US_ASCII);
        return RawPeer.talking(listening(store, known), "https", (number, out, in) -> out.write(answer));
    }

    private static KeyStore open(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        return keys;
    }
}
