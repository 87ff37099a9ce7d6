package io.callcheck.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The kit shares the JVM with the tests of others, and its properties too. */
class ClientPropertiesTest {
    @Test
    void whatNobodyGaveIsSet() {
        Properties properties = new Properties();
        ClientProperties.set(properties);
        assertThat(properties)
                .containsOnlyKeys(
                        "jdk.httpclient.redirects.retrylimit",
                        "jdk.httpclient.keepalive.timeout",
                        "jdk.http.auth.tunneling.disabledSchemes")
                .containsEntry("jdk.httpclient.redirects.retrylimit", "1")
                .containsEntry("jdk.http.auth.tunneling.disabledSchemes", "");
    }

    @Test
    void whatSomebodyGaveStays() {
        Properties properties = new Properties();
        properties.setProperty("jdk.httpclient.keepalive.timeout", "30");
        ClientProperties.set(properties);
        assertThat(properties).hasSize(3).containsEntry("jdk.httpclient.keepalive.timeout", "30");
    }
}
