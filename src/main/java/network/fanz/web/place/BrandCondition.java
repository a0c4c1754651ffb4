package network.fanz.web.place;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.RequestCondition;

/** Lets a handler match only on the hosts that its {@link On} names. */
record BrandCondition(Set<Brand> brands) implements RequestCondition<BrandCondition> {
    @Override
    public BrandCondition combine(BrandCondition onMethod) {
        return onMethod;
    }

    @Override
    public @Nullable BrandCondition getMatchingCondition(HttpServletRequest request) {
        Place place = Place.of(request);
        return place != null && brands.contains(place.brand()) ? this : null;
    }

    @Override
    public int compareTo(BrandCondition other, HttpServletRequest request) {
        return Integer.compare(brands.size(), other.brands.size());
    }
}
