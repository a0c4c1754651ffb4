package network.fanz.platform.cardnumbers;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class CardNumbersConfiguration {
    private static final int BEHIND_BODIES = 120;

    /** Behind the filter that reads bodies out of a budget, before any that writes something down. */
    @Bean
    FilterRegistrationBean<CardNumberFilter> cardNumberFilter() {
        FilterRegistrationBean<CardNumberFilter> registration = new FilterRegistrationBean<>(new CardNumberFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + BEHIND_BODIES);
        return registration;
    }
}
