package network.fanz.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import network.fanz.platform.health.Vital;
import network.fanz.security.identity.access.PublicHosts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration {
    private static final String TEMPLATES = "network.fanz.web.templates";

    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, WebConfiguration.class.getClassLoader(), TEMPLATES);
    }

    @Bean
    Templates templates(TemplateEngine engine) {
        return new Templates(engine);
    }

    @Bean
    HealthIndicator pagesHealthIndicator(Templates templates) {
        return new Vital("pages", () -> {
            templates.check();
            Assets.check();
        });
    }

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
    WebMvcConfigurer pageArguments(Shells shells) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(shells);
                resolvers.add(new Forms());
            }
        };
    }

    @Bean
    FilterRegistrationBean<PlaceFilter> placeFilter(PublicHosts hosts, Environment environment) {
        boolean local = environment.acceptsProfiles(Profiles.of("local"));
        return first(new PlaceFilter(hosts, local), 0);
    }

    @Bean
    FilterRegistrationBean<PageHeaders> pageHeaders() {
        return first(new PageHeaders(), 1);
    }

    private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> first(F filter, int place) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
        return registration;
    }
}
