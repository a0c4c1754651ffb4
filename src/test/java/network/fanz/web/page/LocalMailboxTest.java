package network.fanz.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import network.fanz.platform.mail.Mailbox;
import network.fanz.testing.RunningFanz;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

/** Letters lie open to whoever sits at the machine, and to nobody else. */
@Tag("database")
class LocalMailboxTest {
    @Test
    void isOpenAtTheMachineItself() {
        assertThat(isOpen("local", "auth.fanz.localhost", "127.0.0.1", null)).isTrue();
        assertThat(isOpen("local", "localhost", "0:0:0:0:0:0:0:1", null)).isTrue();
        assertThat(isOpen("local", "127.0.0.1", "127.3.4.5", null)).isTrue();
    }

    @Test
    void isClosedToWhoeverComesFromElsewhere() {
        assertThat(isOpen("local", "auth.fanz.localhost", "192.0.2.7", null)).isFalse();
        assertThat(isOpen("local", "auth.example.net", "127.0.0.1", null)).isFalse();
        assertThat(isOpen("local", "127.example.net", "127.0.0.1", null)).isFalse();
        assertThat(isOpen("local", "localhost.example.net", "127.0.0.1", null)).isFalse();
        assertThat(isOpen("local", "auth.fanz.localhost", "not-an-address", null))
                .isFalse();
    }

    @Test
    void isClosedBehindAProxy() {
        for (String header : new String[] {"Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"}) {
            assertThat(isOpen("local", "auth.fanz.localhost", "127.0.0.1", header))
                    .as(header)
                    .isFalse();
        }
    }

    @Test
    void isClosedOutsideTheProfileLocal() {
        assertThat(isOpen("production", "auth.fanz.localhost", "127.0.0.1", null))
                .isFalse();
    }

    private static boolean isOpen(String profile, String host, String peer, String proxied) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("mailbox", RunningFanz.shared().bean(Mailbox.class));
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/mailbox");
        request.setServerName(host);
        request.setRemoteAddr(peer);
        if (proxied != null) {
            request.addHeader(proxied, "198.51.100.7");
        }
        return new LocalMailbox(beans.getBeanProvider(Mailbox.class), environment).isOpenTo(null, request);
    }
}
