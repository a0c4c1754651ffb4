package network.fanz.security.ratelimit.origin;

import jakarta.servlet.DispatcherType;
import network.fanz.platform.vault.Vault;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Puts the filter that finds a request's origin before all others, because the others use what it finds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSettings.class)
class OriginConfiguration {
    @Bean
    ClientAddressResolver clientAddressResolver(HttpSettings settings) {
        return ClientAddressResolver.behindProxies(settings.trustedProxies());
    }

    @Bean
    FilterRegistrationBean<OriginFilter> originFilter(
            HttpSettings settings,
            ClientAddressResolver addresses,
            Vault vault,
            DeviceCookies devices,
            Environment environment) {
        FilterRegistrationBean<OriginFilter> registration = new FilterRegistrationBean<>(new OriginFilter(
                addresses,
                new CountryLookup(settings.countryTable(), System::nanoTime),
                vault,
                devices,
                environment.getProperty("fanz.web.parent-domain", "fanz.localhost"),
                environment.acceptsProfiles(Profiles.of("local"))));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }
}
