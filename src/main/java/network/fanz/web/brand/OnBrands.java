package network.fanz.web.brand;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import network.fanz.common.Brand;

/** The brands on whose hosts a page exists; on any other host there is no such page. On a method it overrides the class's. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
public @interface OnBrands {
    Brand[] value() default {};

    /** All brands that are for one of these are meant too. */
    Brand.Audience[] audience() default {};
}
