package network.fanz.web.brand;

import java.util.Objects;
import java.util.Set;
import network.fanz.common.Access;
import network.fanz.common.Brand;
import network.fanz.common.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may open which page, by what its handler says. */
@Component
public final class PageAccess {
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    PageAccess(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.handlers = handlers;
    }

    /**
     * The roles of which a reader needs one; none if all are let in. Known once the program's parts are put together.
     *
     * @throws IllegalStateException if no page of the brand stands at the path
     */
    public Set<Role> rolesFor(Brand brand, String path) {
        return handlers.getObject().getHandlerMethods().entrySet().stream()
                .filter(page -> stands(page.getKey(), brand, path))
                .findAny()
                .map(page -> Set.of(access(page.getValue()).value()))
                .orElseThrow(() -> new IllegalStateException("No page of " + brand + " at " + path));
    }

    private static boolean stands(RequestMappingInfo page, Brand brand, String path) {
        return page.getCustomCondition() instanceof BrandCondition on
                && on.brands().contains(brand)
                && page.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && page.getPatternValues().contains(path);
    }

    private static Access access(HandlerMethod page) {
        Access own = page.getMethodAnnotation(Access.class);
        return own != null
                ? own
                : Objects.requireNonNull(
                        AnnotatedElementUtils.findMergedAnnotation(page.getBeanType(), Access.class), page::toString);
    }
}
