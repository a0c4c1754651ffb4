package network.fanz.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.List;
import network.fanz.platform.health.Vital;
import network.fanz.web.asset.Assets;
import network.fanz.web.form.Forms;
import network.fanz.web.page.Operator;
import network.fanz.web.page.Shells;
import network.fanz.web.page.Templates;
import network.fanz.web.place.FormTargets;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

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
    Operator operator(WebSettings settings) {
        return new Operator(settings.contact(), settings.terms());
    }

    @Bean
    FormTargets formTargets(WebSettings settings) {
        return new FormTargets(settings.formTargets());
    }

    @Bean
    HealthIndicator pagesHealthIndicator(Templates templates) {
        return new Vital("pages", () -> {
            templates.check();
            Assets.check();
        });
    }

    @Bean
    WebMvcConfigurer pageArguments(Shells shells, Forms forms) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(shells);
                resolvers.add(forms);
            }
        };
    }
}
