package network.fanz.web.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import network.fanz.common.Brand;
import network.fanz.web.asset.StaticAssets;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;

/** A brand is a line of {@link Brand} and a token file; everything else follows from the two. */
class BrandTest {
    private static final Path SHEETS = Path.of("src/main/resources/assets/css");

    @Test
    void everyBrandHasItsTokenFileAndNoFileIsLeftOver() throws IOException {
        List<String> expected = Brand.fronts().stream()
                .map(brand -> "brand-" + brand.label() + ".css")
                .toList();
        try (Stream<Path> files = Files.list(SHEETS)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("brand-")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void everyTokenFileSpeaksOfItsOwnBrand() throws IOException {
        for (Brand brand : Brand.fronts()) {
            assertThat(SHEETS.resolve("brand-" + brand.label() + ".css"))
                    .content()
                    .contains(":root[data-brand=\"" + brand.label() + "\"] {");
        }
    }

    @Test
    void everyBrandHasASheetAndAnIcon() {
        for (Brand brand : Brand.values()) {
            assertThatCode(() -> StaticAssets.url(brand.label() + ".css")).doesNotThrowAnyException();
            assertThatCode(() -> StaticAssets.url("icons/" + brand.label() + ".svg"))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyLabelIsAHostsFirstLabel() {
        assertThat(Brand.values()).extracting(Brand::label).allMatch(label -> label.matches("[a-z][a-z0-9]*"));
    }

    @Test
    void aPageForFansIsOnEveryBrandForFansAndOnNoOther() {
        List<Brand> forFans =
                Arrays.stream(Brand.values()).filter(Brand::forFans).toList();
        assertThat(brandsOf(PageForFans.class)).containsExactlyInAnyOrderElementsOf(forFans);
    }

    @Test
    void aPageForEachAudienceIsOnEveryBrand() {
        assertThat(brandsOf(PageForAll.class)).containsExactlyInAnyOrder(Brand.values());
    }

    @Test
    void aPathNamesEveryBrandButTheStaffs() {
        for (Brand brand : Brand.values()) {
            assertThat(Brand.inPath("/@" + brand.label() + "/help").isPresent()).isEqualTo(brand != Brand.DASH);
        }
        assertThat(Brand.inPath("/@nobody/help")).isEmpty();
    }

    private static Iterable<Brand> brandsOf(Class<?> pages) {
        OnBrands onBrands = AnnotatedElementUtils.findMergedAnnotation(pages, OnBrands.class);
        assertThat(onBrands).isNotNull();
        return BrandCondition.of(onBrands).brands();
    }

    @OnFanBrands
    private static final class PageForFans {}

    @OnBrands(audience = {Brand.Audience.FANS, Brand.Audience.STAFF, Brand.Audience.EVERYBODY})
    private static final class PageForAll {}
}
