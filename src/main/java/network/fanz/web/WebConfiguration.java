package network.fanz.web;

import java.time.Clock;
import java.util.List;
import network.fanz.common.Steady;
import network.fanz.platform.health.ReadinessCheck;
import network.fanz.web.asset.StaticAssets;
import network.fanz.web.brand.FormActionOrigins;
import network.fanz.web.form.FormResolver;
import network.fanz.web.form.KeptForms;
import network.fanz.web.page.OperatorContact;
import network.fanz.web.page.ReaderFilter;
import network.fanz.web.page.ReaderLocale;
import network.fanz.web.page.ShellResolver;
import network.fanz.web.page.Templates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
class WebConfiguration {
    /** Behind the place and the headers, before whatever refuses. */
    @Bean
    FilterRegistrationBean<ReaderFilter> reader() {
        FilterRegistrationBean<ReaderFilter> registration = new FilterRegistrationBean<>(new ReaderFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }

    /** The name is the one by which the dispatcher looks for it. */
    @Bean
    LocaleResolver localeResolver() {
        return new ReaderLocale();
    }

    @Bean
    OperatorContact operator(WebSettings settings) {
        return new OperatorContact(settings.contact(), settings.terms());
    }

    @Bean
    FormActionOrigins formActionOrigins(WebSettings settings) {
        return new FormActionOrigins(settings.formTargets());
    }

    @Bean
    KeptForms keptForms(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers,
            @Steady Clock clock,
            WebSettings settings) {
        return new KeptForms(handlers, clock, settings.formKeptFor());
    }

    @Bean
    HealthIndicator pagesHealthIndicator(Templates templates) {
        return new ReadinessCheck("pages", () -> {
            templates.check();
            StaticAssets.check();
        });
    }

    @Bean
    WebMvcConfigurer pageArguments(ShellResolver shellResolver, FormResolver formResolver) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(shellResolver);
                resolvers.add(formResolver);
            }
        };
    }
}
