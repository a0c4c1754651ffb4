package network.fanz.platform.cardnumbers;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

@Configuration(proxyBeanMethods = false)
class CardNumbersConfiguration {
    private static final int AFTER_PROBLEMS = 3;

    /** Behind the filter that turns problems into answers, before any that reads a body or writes something down. */
    @Bean
    FilterRegistrationBean<CardNumberFilter> cardNumberFilter() {
        FilterRegistrationBean<CardNumberFilter> registration = new FilterRegistrationBean<>(new CardNumberFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + AFTER_PROBLEMS);
        return registration;
    }
}
