package network.fanz.web.brand;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Spring's mapping, with the host's brand as one more condition. */
final class BrandHandlerMapping extends RequestMappingHandlerMapping {
    /** The class's own condition would count only beside a class-level mapping, so both are read here. */
    @Override
    protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
        RequestCondition<?> own = condition(method);
        return own != null ? own : condition(method.getDeclaringClass());
    }

    private static @Nullable RequestCondition<?> condition(AnnotatedElement element) {
        OnBrands onBrands = AnnotatedElementUtils.findMergedAnnotation(element, OnBrands.class);
        return onBrands == null ? null : BrandCondition.of(onBrands);
    }
}
