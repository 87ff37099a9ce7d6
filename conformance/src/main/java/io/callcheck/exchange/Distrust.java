package io.callcheck.exchange;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says why TLS failed, and which key of the target file is about it. */
final class Distrust {
    private static final int DEEPEST = 20;
    private static final String ALL_THE_SAME = "'tls.insecure: true' tests it all the same";

    private Distrust() {}

    /** The words; nothing when TLS has nothing to do with it. */
    static Optional<String> words(Throwable failure) {
        Optional<String> found = Optional.empty();
        Throwable cause = failure;
        for (int i = 0; i < DEEPEST && cause != null; i++) {
            // The innermost says most.
            Optional<String> said = said(cause);
            found = said.isPresent() ? said : found;
            cause = cause.getCause();
        }
        return found;
    }

    private static Optional<String> said(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof CertificateExpiredException) {
            return Optional.of("the target's certificate has expired (" + message + "): " + ALL_THE_SAME);
        }
        if (cause instanceof CertificateNotYetValidException) {
            return Optional.of("the target's certificate is not yet valid (" + message + "): " + ALL_THE_SAME);
        }
        if (cause instanceof CertPathBuilderException) {
            return Optional.of("nobody who is trusted here has signed the target's certificate: name the certificate"
                    + " of its issuer (its own, if it is self-signed) as 'tls.ca: FILE.pem', or " + ALL_THE_SAME);
        }
        if (cause instanceof CertPathValidatorException) {
            return Optional.of("the target's certificate is not accepted (" + message + "): " + ALL_THE_SAME);
        }
        if (cause instanceof CertificateException && message.matches("(?s)No (subject alternative|name matching).*")) {
            return Optional.of("the target's certificate is for another host (" + message + "): " + ALL_THE_SAME);
        }
        if (!(cause instanceof SSLException)) {
            return Optional.empty();
        }
        if (message.contains("alert") && message.matches("(?s).*(certificate|handshake_failure|unknown_ca).*")) {
            return Optional.of("the target does not accept us (" + message + "): if it wants a certificate of ours,"
                    + " name it as 'tls.client: FILE.p12'");
        }
        return message.matches("(?s).*nrecognized SSL message.*")
                ? Optional.of("the target does not speak TLS: should its address begin with http:?")
                : Optional.empty();
    }
}
