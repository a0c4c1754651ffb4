package network.fanz.content.compliance.sandbox;

import java.time.Duration;
import network.fanz.platform.jobs.Job;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

@Configuration(proxyBeanMethods = false)
@Profile("local")
@EnableConfigurationProperties(IdentitySandboxSettings.class)
class IdentitySandboxConfiguration {
    /** Lets time pass at the vendor: its people look at what is in doubt, and its messages are sent until they are taken. */
    @Bean
    Job timeAtTheIdentityVendor(IdentitySandboxVendor vendor, AgeSandboxVendor ages, IdentitySandboxMessages messages) {
        return new Job("compliance.sandbox", Duration.ofMillis(250), () -> {
            vendor.resolve();
            ages.resolve();
            messages.sendDue();
        });
    }
}
