package network.fanz.web.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import network.fanz.common.Origin;
import org.junit.jupiter.api.Test;

/** The brands are listed where the compiler needs a list; the lists agree. */
class BrandTest {
    @Test
    void everyPlaceIsAHostThatSignInKnows() {
        assertThat(Brand.fronts().stream().map(Brand::label)).containsExactlyInAnyOrderElementsOf(Origin.BRANDS);
        assertThat(Brand.AUTH.label()).isEqualTo(Origin.SIGN_IN);
    }

    @Test
    void whatFansSeeIsOnAllOfTheirPlaces() {
        OnBrands fans = OnFanBrands.class.getAnnotation(OnBrands.class);
        List<Brand> forFans =
                Arrays.stream(Brand.values()).filter(Brand::forFans).toList();
        assertThat(fans.value()).containsExactlyInAnyOrderElementsOf(forFans);
    }
}
