package network.fanz.web.problems;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import network.fanz.security.identity.SignIn;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {
    private static final int AFTER_PLACE_HEADERS_AND_READER = 3;
    /** Bodies are read at 110, and looked through for card numbers at 120. Sessions stand at 50. */
    private static final int BEHIND_LIMITS_AND_BODIES = 115;

    /** JSON is the only form of a body that is read; files and texts are only written. */
    private static final List<Class<?>> CONVERTERS = List.of(
            JacksonJsonHttpMessageConverter.class,
            StringHttpMessageConverter.class,
            ByteArrayHttpMessageConverter.class,
            ResourceHttpMessageConverter.class,
            ResourceRegionHttpMessageConverter.class);

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers) {
        FilterRegistrationBean<ProblemFilter> registration =
                new FilterRegistrationBean<>(ProblemFilter.beforeAll(answers));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + AFTER_PLACE_HEADERS_AND_READER);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> innerProblemFilter(
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver answers, ObjectProvider<SignIn> signIn) {
        FilterRegistrationBean<ProblemFilter> registration =
                new FilterRegistrationBean<>(ProblemFilter.whereSessionsAre(
                        answers, request -> signIn.getObject().caller(request)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + BEHIND_LIMITS_AND_BODIES);
        registration.setName("innerProblemFilter");
        return registration;
    }

    /** What the server refuses before any filter is said by our valve instead of its own. */
    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> serversRefusals() {
        return server -> server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }

    /** Behind the check of who may call: a stranger does not learn what an address takes. */
    @Bean
    WebMvcConfigurer refusesUnreadInput(JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new UnreadInputCheck(json)).addPathPatterns(UnreadInputCheck.PATHS);
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                StrictParameters.register(registry);
            }

            /** Libraries bring readers of YAML and CBOR along, which would take the same bodies by rules of their own. */
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(
                        all -> all.removeIf(each -> CONVERTERS.stream().noneMatch(kind -> kind.isInstance(each))));
            }
        };
    }

    /**
     * An unknown field is refused rather than ignored: a misspelt field must not silently do nothing, and 12.50 where cents are
     * counted must not become 12. A thing has one form: a word is not its number in our code, a day has no hour, an amount no plus sign,
     * and a number is no text.
     */
    @Bean
    JsonMapperBuilderCustomizer strictReading() {
        return json -> json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
                .addModule(new SimpleModule()
                        .addDeserializer(BigInteger.class, new WholeNumberReader())
                        .addDeserializer(UUID.class, new UuidReader())
                        .addDeserializer(Instant.class, new TimeReader())
                        .addDeserializer(LocalDate.class, new DayReader())
                        .setDeserializerModifier(EnumWordReader.forAll()))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }
}
