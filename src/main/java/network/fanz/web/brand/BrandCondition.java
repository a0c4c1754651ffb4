package network.fanz.web.brand;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import network.fanz.common.Brand;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.RequestCondition;

/** Lets a handler match only on the hosts that its {@link OnBrands} names. */
record BrandCondition(Set<Brand> brands) implements RequestCondition<BrandCondition> {
    static BrandCondition of(OnBrands onBrands) {
        List<Brand> named = List.of(onBrands.value());
        List<Brand.Audience> audiences = List.of(onBrands.audience());
        return new BrandCondition(Arrays.stream(Brand.values())
                .filter(brand -> named.contains(brand) || audiences.contains(brand.audience()))
                .collect(Collectors.toUnmodifiableSet()));
    }

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
