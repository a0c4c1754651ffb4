package network.fanz.web.brand;

import network.fanz.security.identity.access.PublicHosts;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Puts the brand before everything else that looks at a request. */
@Configuration(proxyBeanMethods = false)
class BrandConfiguration {
    @Bean
    WebMvcRegistrations brandMapping() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new BrandHandlerMapping();
            }
        };
    }

    @Bean
    FilterRegistrationBean<BrandFilter> brandFilter(PublicHosts hosts, Environment environment) {
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        return first(new BrandFilter(hosts, local), 0);
    }

    @Bean
    FilterRegistrationBean<SecurityHeadersFilter> pageHeaders(FormActionOrigins origins) {
        return first(new SecurityHeadersFilter(origins), 1);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> first(F filter, int position) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + position);
        return registration;
    }
}
