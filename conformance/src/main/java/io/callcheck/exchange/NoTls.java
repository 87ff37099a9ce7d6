package io.callcheck.exchange;

import java.security.SecureRandom;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * The context of a target that is not reached by TLS. The JDK's client wants one even so, and the JDK's own, with the curves and
 * certificates that it knows, takes a fifth of a second of a start.
 */
final class NoTls extends SSLContext {
    NoTls() {
        super(new Nothing(), null, "none");
    }

    private static final class Nothing extends SSLContextSpi {
        private static SSLParameters parameters() {
            return new SSLParameters(new String[0], new String[0]);
        }

        private static IllegalStateException never() {
            return new IllegalStateException("TLS to a target that is not reached by it");
        }

        @Override
        protected void engineInit(KeyManager[] keys, TrustManager[] trust, SecureRandom random) {
            // Nobody is trusted, and we are nobody.
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return parameters();
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return parameters();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            throw never();
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            throw never();
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw never();
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw never();
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            throw never();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            throw never();
        }
    }
}
