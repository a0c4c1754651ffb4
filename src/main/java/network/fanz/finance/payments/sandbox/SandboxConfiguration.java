package network.fanz.finance.payments.sandbox;

import java.time.Duration;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("local")
@EnableConfigurationProperties(SandboxSettings.class)
class SandboxConfiguration {
    /** Lets time pass at the vendor: its bank answers late, and messages that were not taken are sent again. */
    @Bean
    Job timeAtTheVendor(SandboxVendor vendor, SandboxWebhookSender messages) {
        return new Job("payments.sandbox", Duration.ofMillis(250), () -> {
            vendor.resolve();
            messages.sendDue();
        });
    }
}
