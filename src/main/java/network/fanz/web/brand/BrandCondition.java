package network.fanz.web.brand;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.RequestCondition;

/** Lets a handler match only on the hosts that its {@link OnBrands} names. */
record BrandCondition(Set<Brand> brands) implements RequestCondition<BrandCondition> {
    @Override
    public BrandCondition combine(BrandCondition onMethod) {
        return onMethod;
    }

    @Override
    public @Nullable BrandCondition getMatchingCondition(HttpServletRequest request) {
        BrandSite site = BrandSite.of(request);
        return site != null && brands.contains(site.brand()) ? this : null;
    }

    @Override
    public int compareTo(BrandCondition other, HttpServletRequest request) {
        return Integer.compare(brands.size(), other.brands.size());
    }
}
