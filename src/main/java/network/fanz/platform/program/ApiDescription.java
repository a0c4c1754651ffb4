package network.fanz.platform.program;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import network.fanz.common.Access;
import network.fanz.common.Caller;
import network.fanz.common.Role;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** What the API's description says beside what the handlers say: who may call, the key of changing requests, and how problems look. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String SESSION = "session";
    private static final String PROBLEM = "Problem";

    ApiDescription() {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Bean
    OpenApiCustomizer describedAsAWhole() {
        return api -> {
            api.info(new Info()
                    .title("FANZ")
                    .version("1")
                    .description("Amounts are decimal strings of an asset's smallest unit. Times are UTC.")
                    .license(new License().name("Apache-2.0")));
            api.servers(List.of(new Server().url("/")));
            describeParts(api);
        };
    }

    @Bean
    OperationCustomizer describedOneByOne() {
        return (operation, handler) -> {
            describeAccess(operation, access(handler));
            if (!AnnotatedElementUtils.hasAnnotation(handler.getMethod(), GetMapping.class)) {
                operation.addParametersItem(new Parameter()
                        .in("header")
                        .name("Idempotency-Key")
                        .required(true)
                        .description("The same key and body get the stored answer, for at least 24 hours.")
                        .schema(new StringSchema().maxLength(255)));
            }
            Schema<?> problem = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
            operation
                    .getResponses()
                    .addApiResponse(
                            "default",
                            new ApiResponse()
                                    .description("A problem (RFC 9457)")
                                    .content(new Content()
                                            .addMediaType(
                                                    "application/problem+json", new MediaType().schema(problem))));
            return operation;
        };
    }

    private static void describeParts(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getComponents()
                .addSecuritySchemes(
                        SESSION,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSchemas(
                        PROBLEM,
                        new ObjectSchema()
                                .addProperty("type", new StringSchema())
                                .addProperty("title", new StringSchema())
                                .addProperty("status", new IntegerSchema())
                                .addProperty("detail", new StringSchema())
                                .addProperty("field", new StringSchema()));
    }

    private static void describeAccess(Operation operation, @Nullable Access access) {
        if (access != null && access.anyone()) {
            operation.addExtension("x-access", "anyone");
            return;
        }
        operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
        operation.addExtension("x-access", access == null ? "nobody" : whoMay(access));
    }

    private static String whoMay(Access access) {
        String roles = Arrays.stream(access.value()).map(Role::name).collect(Collectors.joining(", "));
        String owner = access.owner().isEmpty() ? "" : "the owner";
        String all =
                List.of(roles, owner).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return all.isEmpty() ? "anyone signed in" : all;
    }

    private static @Nullable Access access(HandlerMethod handler) {
        Access onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Access.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Access.class);
    }
}
